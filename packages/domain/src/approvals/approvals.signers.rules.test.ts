import type { FormCode } from "@erp/contracts/approval-forms";
import type { PersonView } from "@erp/contracts/employees";
import { defaultLineRule, type LineRule } from "@erp/contracts/line-rules";
import { completedLine, lackingSigners } from "@erp/contracts/line-signers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DomainError } from "../errors";
import { buildPerson } from "../testing/build-document";
import { assertSigned, namedSigners, requiredSigners, type Signing, suggestionOf } from "./approvals.signers.rules";

const managers = ["team", "division", "head"].map(buildPerson);
const finance = buildPerson("finance");

function signing(formCode: FormCode, amountKrw: number, chosen: Partial<Signing> = {}): Signing {
  return { rule: defaultLineRule(formCode), amountKrw, managers, agreeing: finance, ...chosen };
}
const namesOf = (people: readonly { person: PersonView }[]) => people.map(({ person }) => person.name);
const stepOf = (name: string, kind: "APPROVAL" | "AGREEMENT" = "APPROVAL") => ({
  kind,
  quorum: "ALL" as const,
  approverIds: [buildPerson(name).id],
});

describe("the suggested line", () => {
  it.each<[FormCode, number, string[]]>([
    ["EXPENSE", 0, ["team"]],
    ["EXPENSE", 999_999, ["team"]],
    ["EXPENSE", 1_000_000, ["team", "division"]],
    ["EXPENSE", 9_999_999, ["team", "division"]],
    ["EXPENSE", 10_000_000, ["team", "division", "finance", "head"]],
    ["PROJECT", 10_000_000, ["team", "division", "head"]],
    ["ANNUAL_LEAVE", 0, ["team"]],
  ])("%s over %i won", (formCode, amountKrw, names) => {
    const { line } = suggestionOf(signing(formCode, amountKrw));
    expect(line.map(({ approvers }) => approvers[0]?.name)).toEqual(names);
    expect(line.filter(({ kind }) => kind === "AGREEMENT").map(({ approvers }) => approvers[0]?.name)).toEqual(
      names.filter((name) => name === "finance"),
    );
  });

  it("asks finance once when its manager signs anyway", () => {
    const { line } = suggestionOf(
      signing("EXPENSE", 50_000_000, { managers: [buildPerson("finance"), buildPerson("head")] }),
    );
    expect(line.map(({ kind }) => kind)).toEqual(["APPROVAL", "APPROVAL"]);
  });

  it("is only finance's agreement for the head of the company, and empty without finance", () => {
    const head = { managers: [] };
    expect(suggestionOf(signing("EXPENSE", 50_000_000, head)).line.map(({ kind }) => kind)).toEqual(["AGREEMENT"]);
    expect(suggestionOf(signing("EXPENSE", 50_000_000, { ...head, agreeing: null })).line).toEqual([]);
  });

  it("never has more steps than a line may have", () => {
    const tall = Array.from({ length: 14 }, (_, height) => buildPerson(`manager ${height}`));
    expect(suggestionOf(signing("EXPENSE", 50_000_000, { managers: tall })).line).toHaveLength(10);
    expect(suggestionOf(signing("PROJECT", 50_000_000, { managers: tall })).line).toHaveLength(10);
  });

  it("names somebody once whom rows that form a ring name again", () => {
    const ring = ["one", "other", "one", "other"].map(buildPerson);
    expect(namesOf(namedSigners(signing("PROJECT", 50_000_000, { managers: ring })))).toEqual(["one", "other"]);
  });
});

describe("whom the drafter must not leave out", () => {
  it("is everybody the rule names, where it is required", () => {
    expect(namesOf(requiredSigners(signing("EXPENSE", 10_000_000)))).toEqual(["team", "division", "finance", "head"]);
  });

  it("is nobody where the rule only suggests, and nobody for the head of the company", () => {
    const rule: LineRule = { ...defaultLineRule("EXPENSE"), enforcement: "SUGGESTED" };
    expect(requiredSigners(signing("EXPENSE", 10_000_000, { rule }))).toEqual([]);
    expect(requiredSigners(signing("EXPENSE", 10_000_000, { managers: [] }))).toEqual([]);
  });

  it("is refused with their names, at the line", () => {
    const refusal = (() => {
      try {
        assertSigned(signing("EXPENSE", 10_000_000), [stepOf("team"), stepOf("peer"), stepOf("head")]);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({
      code: "approval.line-lacks-signers",
      params: { names: "division, finance" },
      fields: { line: "line.lacks-signers" },
    });
    const complete = [stepOf("team"), stepOf("division"), stepOf("head"), stepOf("finance", "AGREEMENT")];
    expect(() => assertSigned(signing("EXPENSE", 10_000_000), complete)).not.toThrow();
  });
});

describe("whatever the rule and the tree", () => {
  const everybody = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"].map(buildPerson);
  const rules = fc.record({
    tiers: fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 3 }).chain((limits) =>
      fc.tuple(
        ...[...limits.sort((one, other) => one - other), null].map((belowKrw) =>
          fc.record({
            belowKrw: fc.constant(belowKrw),
            managers: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant("EVERYBODY" as const)),
          }),
        ),
      ),
    ),
    agreement: fc.option(
      fc.record({ departmentCode: fc.constant("FINANCE"), fromKrw: fc.integer({ min: 0, max: 50 }) }),
    ),
    enforcement: fc.constant("REQUIRED" as const),
  });
  const signings: fc.Arbitrary<Signing> = fc.record({
    rule: rules,
    amountKrw: fc.integer({ min: 0, max: 60 }),
    managers: fc.shuffledSubarray(everybody),
    agreeing: fc.option(fc.constantFrom(...everybody, finance)),
  });
  const lines = fc
    .record({
      order: fc.shuffledSubarray([...everybody, ...["x", "y", "z"].map(buildPerson)], { maxLength: 8 }),
      widths: fc.array(fc.constantFrom(1, 1, 2), { minLength: 4, maxLength: 4 }),
      quorums: fc.array(fc.constantFrom("ALL" as const, "ANY" as const), { minLength: 4, maxLength: 4 }),
      kinds: fc.array(fc.constantFrom("APPROVAL" as const, "AGREEMENT" as const), { minLength: 4, maxLength: 4 }),
    })
    .map(({ order, widths, quorums, kinds }) => {
      const rest = [...order];
      const steps = widths.map((width, index) => ({
        kind: kinds[index] ?? "APPROVAL",
        quorum: quorums[index] ?? "ALL",
        approvers: rest.splice(0, width),
      }));
      return steps.filter(({ approvers }) => approvers.length > 0);
    });
  const inputOf = (line: ReturnType<typeof suggestionOf>["line"]) =>
    line.map(({ approvers, ...step }) => ({ ...step, approverIds: approvers.map(({ id }) => id) }));

  it("the suggested line satisfies it, and its people are those it names", () => {
    fc.assert(
      fc.property(signings, (each) => {
        const { line } = suggestionOf(each);
        expect(() => assertSigned(each, inputOf(line))).not.toThrow();
        expect(line.flatMap(({ approvers }) => approvers)).toEqual(namesOf(namedSigners(each)).map(buildPerson));
      }),
    );
  });

  it("a completed line satisfies it, loses nobody, and is not changed by being completed again", () => {
    fc.assert(
      fc.property(signings, lines, (each, line) => {
        const completed = completedLine(requiredSigners(each), line);
        if (completed === null) return;
        expect(lackingSigners(requiredSigners(each), inputOf(completed))).toEqual([]);
        const people = completed.flatMap(({ approvers }) => approvers.map(({ id }) => id));
        for (const { id } of line.flatMap(({ approvers }) => approvers)) expect(people).toContain(id);
        expect(new Set(people).size).toBe(people.length);
        expect(completedLine(requiredSigners(each), completed)).toEqual(completed);
      }),
    );
  });
});
