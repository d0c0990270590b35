import type { FormCode } from "@erp/contracts/approval-forms";
import { describe, expect, it } from "vitest";
import { buildPerson } from "../testing/build-document";
import { suggestedSteps } from "./approvals.line.rules";

const managers = ["team", "division", "head"].map(buildPerson);
const finance = buildPerson("finance");

describe("the suggested line", () => {
  it.each<[FormCode, number, string[]]>([
    ["EXPENSE", 0, ["team"]],
    ["EXPENSE", 999_999, ["team"]],
    ["EXPENSE", 1_000_000, ["team", "division"]],
    ["EXPENSE", 9_999_999, ["team", "division"]],
    ["EXPENSE", 10_000_000, ["team", "division", "finance", "head"]],
    ["PROJECT", 10_000_000, ["team", "division", "head"]],
  ])("%s over %i won", (formCode, amountKrw, names) => {
    const steps = suggestedSteps(formCode, amountKrw, managers, finance);
    expect(steps.map(({ approvers }) => approvers[0]?.name)).toEqual(names);
    expect(steps.filter(({ kind }) => kind === "AGREEMENT").map(({ approvers }) => approvers[0]?.name)).toEqual(
      names.filter((name) => name === "finance"),
    );
  });

  it("asks finance once when its manager signs anyway", () => {
    const steps = suggestedSteps("EXPENSE", 50_000_000, [buildPerson("finance"), buildPerson("head")], finance);
    expect(steps.map(({ kind }) => kind)).toEqual(["APPROVAL", "APPROVAL"]);
  });

  it("is only finance's agreement for the head of the company, and empty without finance", () => {
    expect(suggestedSteps("EXPENSE", 50_000_000, [], finance).map(({ kind }) => kind)).toEqual(["AGREEMENT"]);
    expect(suggestedSteps("EXPENSE", 50_000_000, [], null)).toEqual([]);
  });

  it("never has more steps than a line may have", () => {
    const tall = Array.from({ length: 14 }, (_, height) => buildPerson(`manager ${height}`));
    expect(suggestedSteps("EXPENSE", 50_000_000, tall, finance)).toHaveLength(10);
  });
});
