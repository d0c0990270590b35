import { changeLineRuleInput, defaultLineRule, type LineRuleView } from "@erp/contracts/line-rules";
import { expect, it } from "vitest";
import { asksForAmount, managersChoices, managersOf, ruleContentOf } from "./line-rule-content";

const stored: LineRuleView = { formCode: "EXPENSE", version: 3, ...defaultLineRule("EXPENSE") };

it("a stored rule is opened as it is, and can be saved as it is", () => {
  expect(ruleContentOf(stored, true)).toEqual(stored);
  expect(changeLineRuleInput.safeParse(ruleContentOf(stored, true)).success).toBe(true);
});

it("without an amount only what 0 won asks for is shown", () => {
  expect(ruleContentOf(stored, false)).toMatchObject({ tiers: [{ belowKrw: null, managers: 1 }], agreement: null });
  const always = { departmentCode: "FINANCE", fromKrw: 0 };
  expect(ruleContentOf({ ...stored, agreement: always }, false).agreement).toEqual(always);
});

it("knows a form that asks for an amount, and how many managers a choice means", () => {
  expect([asksForAmount([{ kind: "line" }]), asksForAmount([{ kind: "amount-krw" }])]).toEqual([false, true]);
  expect(managersChoices.map(managersOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, "EVERYBODY"]);
});
