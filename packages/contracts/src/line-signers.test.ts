import { describe, expect, it } from "vitest";
import type { NamedSigner, SuggestedLine } from "./approvals";
import type { PersonView } from "./employees";
import type { EmployeeId } from "./ids";
import { completedLine, lackingSigners } from "./line-signers";

const personNamed = (name: string): PersonView => ({
  id: name as EmployeeId,
  name,
  position: "BUJANG",
  departmentNameKo: "",
  departmentNameEn: "",
});
const named: NamedSigner[] = [
  { kind: "APPROVAL", person: personNamed("team") },
  { kind: "APPROVAL", person: personNamed("division") },
  { kind: "AGREEMENT", person: personNamed("finance") },
  { kind: "APPROVAL", person: personNamed("head") },
];

/** `a+b` is a step of two who both decide, `a|b` one where either is enough, `a?` one that only agrees. */
function lineOf(text: string): SuggestedLine {
  return text
    .split(" ")
    .filter(Boolean)
    .map((step) => ({
      kind: step.endsWith("?") ? ("AGREEMENT" as const) : ("APPROVAL" as const),
      quorum: step.includes("|") ? ("ANY" as const) : ("ALL" as const),
      approvers: step.replace("?", "").split(/[+|]/).map(personNamed),
    }));
}

function textOf(line: SuggestedLine | null): string | null {
  if (line === null) return null;
  const steps = line.map(({ kind, quorum, approvers }) => {
    const people = approvers.map(({ name }) => name).join(quorum === "ANY" ? "|" : "+");
    return kind === "AGREEMENT" ? `${people}?` : people;
  });
  return steps.join(" ");
}

const lackingOn = (text: string) => {
  const line = lineOf(text).map(({ approvers, ...step }) => ({ ...step, approverIds: approvers.map(({ id }) => id) }));
  return lackingSigners(named, line).map(({ person, problem }) => `${person.name} ${problem}`);
};

describe("who does not sign as the rule asks", () => {
  it.each<[string, string]>([
    ["the line of the rule", "team division finance? head"],
    ["further people anywhere", "peer team peer2 division finance? head peer3"],
    ["who should agree and approves", "team division finance head"],
    ["agreement wherever it stands", "finance? team division head"],
    ["agreement after everybody", "team division head finance?"],
    ["company in one's step, where all decide", "team+peer division finance+peer2? head"],
  ])("nobody: %s", (_, line) => {
    expect(lackingOn(line)).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ["is not on the line", "team finance? head", ["division MISSING"]],
    ["only agrees", "team division? finance? head", ["division ONLY_AGREES"]],
    ["could be passed over", "team division|peer finance? head", ["division ANOTHER_COULD_SIGN"]],
    ["could be passed over when agreeing", "team division finance|peer? head", ["finance ANOTHER_COULD_SIGN"]],
    [
      "shares a step with one of the named where either is enough",
      "team|division finance? head",
      ["team ANOTHER_COULD_SIGN", "division ANOTHER_COULD_SIGN"],
    ],
    ["comes before somebody below", "division team finance? head", ["division OUT_OF_ORDER"]],
    ["decides beside somebody below", "team+division finance? head", ["division OUT_OF_ORDER"]],
    ["everybody, on an empty line", "", ["team MISSING", "division MISSING", "finance MISSING", "head MISSING"]],
  ])("%s", (_, line, expected) => {
    expect(lackingOn(line)).toEqual(expected);
  });

  it("a step where any is enough binds somebody who is alone in it", () => {
    const line = [{ kind: "APPROVAL" as const, quorum: "ANY" as const, approverIds: ["team" as EmployeeId] }];
    expect(lackingSigners(named.slice(0, 1), line)).toEqual([]);
  });
});

describe("a line that is completed", () => {
  it.each<[string, string, string]>([
    ["an empty one is the rule's", "", "team division finance? head"],
    ["one that stands stays as it is", "peer team division head finance", "peer team division head finance"],
    ["who is missing comes before the next above", "peer team peer2 head", "peer team peer2 division finance? head"],
    ["the highest comes last", "team division finance? peer", "team division finance? peer head"],
    ["further people keep their places", "peer head", "peer team division finance? head"],
    ["who only agrees approves", "team division? finance? head", "team finance? division head"],
    [
      "who could be passed over gets a step of their own",
      "team division|peer head",
      "team peer division finance? head",
    ],
    ["who decides beside somebody below comes after", "team+division finance? head", "team finance? division head"],
    ["who comes before somebody below is moved", "division team finance? head", "team finance? division head"],
  ])("%s", (_, line, expected) => {
    const completed = completedLine(named, lineOf(line));
    expect(textOf(completed)).toBe(expected);
  });

  it("keeps the days somebody was given", () => {
    const line = lineOf("team division? finance? head").map((step) => ({ ...step, dueInDays: 3 }));
    const completed = completedLine(named, line);
    expect(completed?.map(({ dueInDays }) => dueInDays)).toEqual([3, 3, 3, 3]);
  });

  it("is none where there are not enough steps", () => {
    const peers = (count: number) => Array.from({ length: count }, (_, index) => `peer${index}`).join(" ");
    expect(completedLine(named, lineOf(peers(7)))).toBeNull();
    expect(completedLine(named, lineOf(peers(6)))).toHaveLength(10);
  });
});
