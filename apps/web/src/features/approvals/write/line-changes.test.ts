import { describe, expect, it } from "vitest";
import { buildPerson } from "../testing/build-document";
import { changeLine, type DraftLine, type LineChange, toLineInput } from "./line-changes";

const [han, park, choi] = ["한지우", "박서연", "최민준"].map((name) => buildPerson(name)) as [
  ReturnType<typeof buildPerson>,
  ReturnType<typeof buildPerson>,
  ReturnType<typeof buildPerson>,
];

function build(...changes: LineChange[]): DraftLine {
  return changes.reduce<DraftLine>(changeLine, []);
}

function names(line: DraftLine): string[][] {
  return line.map((step) => step.approvers.map(({ name }) => name));
}

describe("building a line", () => {
  const threeSteps: LineChange[] = [han, park, choi].map((person) => ({ type: "add-step", person }));

  it("appends a step per person and never the same person twice", () => {
    expect(names(build(...threeSteps, { type: "add-step", person: han }))).toEqual([
      ["한지우"],
      ["박서연"],
      ["최민준"],
    ]);
  });

  it("moves a step up and down, but not out of the line", () => {
    const line = build(...threeSteps);
    expect(names(changeLine(line, { type: "move-step", from: 2, to: 0 }))).toEqual([
      ["최민준"],
      ["한지우"],
      ["박서연"],
    ]);
    expect(names(changeLine(line, { type: "move-step", from: 0, to: 1 }))).toEqual([
      ["박서연"],
      ["한지우"],
      ["최민준"],
    ]);
    expect(changeLine(line, { type: "move-step", from: 2, to: 3 })).toBe(line);
    expect(changeLine(line, { type: "move-step", from: 0, to: -1 })).toBe(line);
  });

  it("stacks people in one step, which disappears with its last one", () => {
    const stacked = build({ type: "add-step", person: han }, { type: "add-person", step: 0, person: park });
    expect(names(stacked)).toEqual([["한지우", "박서연"]]);
    const alone = changeLine(stacked, { type: "remove-person", step: 0, personId: han.id });
    expect(names(alone)).toEqual([["박서연"]]);
    expect(changeLine(alone, { type: "remove-person", step: 0, personId: park.id })).toEqual([]);
  });

  it("allows ten steps and five people a step", () => {
    const many = Array.from(
      { length: 11 },
      (_, index): LineChange => ({ type: "add-step", person: buildPerson(`결재자${index}`) }),
    );
    expect(build(...many)).toHaveLength(10);
    const crowd = Array.from(
      { length: 6 },
      (_, index): LineChange => ({ type: "add-person", step: 0, person: buildPerson(`합의자${index}`) }),
    );
    expect(build({ type: "add-step", person: han }, ...crowd)[0]?.approvers).toHaveLength(5);
  });

  it("gives a step days and takes them back", () => {
    const urgent = build({ type: "add-step", person: han }, { type: "set-deadline", step: 0, dueInDays: 2 });
    expect(toLineInput(urgent)[0]?.dueInDays).toBe(2);
    const unhurried = changeLine(urgent, { type: "set-deadline", step: 0, dueInDays: undefined });
    expect(Object.keys(toLineInput(unhurried)[0] ?? {})).toEqual(["kind", "quorum", "approverIds"]);
  });

  it("becomes the input that is submitted", () => {
    const line = build(
      { type: "add-step", person: han },
      { type: "set-kind", step: 0, kind: "AGREEMENT" },
      { type: "set-quorum", step: 0, quorum: "ANY" },
    );
    expect(toLineInput(line)).toEqual([{ kind: "AGREEMENT", quorum: "ANY", approverIds: [han.id] }]);
  });
});
