import { formTemplates } from "@erp/contracts/approval-forms";
import { describe, expect, it } from "vitest";
import type { DomainError } from "../errors";
import { amountOf, completeForm, draftForm } from "./approvals.form.rules";

const expense = { amountKrw: 45_000, spentOn: "2026-11-19", content: "택시" };

function fieldsRefused(values: Parameters<typeof completeForm>[1], form = formTemplates.EXPENSE) {
  try {
    completeForm(form, values);
  } catch (error) {
    expect(error).toMatchObject({ code: "approval.form-incomplete" });
    return (error as DomainError).fields;
  }
  throw new Error("was accepted");
}

describe("a complete form", () => {
  it("keeps exactly the template's fields", () => {
    expect(completeForm(formTemplates.EXPENSE, { ...expense, vendor: "카카오T" })).toEqual({
      ...expense,
      vendor: "카카오T",
    });
    expect(completeForm(formTemplates.EXPENSE, expense)).toEqual(expense);
  });

  it.each([
    [
      "nothing",
      {},
      { "values.amountKrw": "text.required", "values.spentOn": "text.required", "values.content": "text.required" },
    ],
    ["blanks", { ...expense, content: "   " }, { "values.content": "text.required" }],
    ["no won", { ...expense, amountKrw: 0 }, { "values.amountKrw": "amount.malformed" }],
    ["a text for an amount", { ...expense, amountKrw: "많이" }, { "values.amountKrw": "amount.malformed" }],
    ["a day that is none", { ...expense, spentOn: "2026-02-30" }, { "values.spentOn": "date.malformed" }],
    ["too much text", { ...expense, content: "가".repeat(4001) }, { "values.content": "text.too-long" }],
  ])("with %s is refused, field by field", (_name, values, fields) => {
    expect(fieldsRefused(values)).toEqual(fields);
  });

  it("refuses fields the template does not have, and periods that run backwards", () => {
    expect(fieldsRefused({ ...expense, bonus: "x" })).not.toEqual({});
    const period = { from: "2026-12-02", to: "2026-12-01" } as never;
    expect(fieldsRefused({ period, budgetKrw: 1, goal: "목표" }, formTemplates.PROJECT)).toEqual({
      "values.period.to": "period.reversed",
    });
  });
});

it("a draft keeps what the template knows, right or wrong", () => {
  expect(draftForm(formTemplates.EXPENSE, { amountKrw: "많이", $where: "1", "a.b": "x" })).toEqual({
    amountKrw: "많이",
  });
});

it("the amount is the expense's or the project's budget", () => {
  expect(amountOf(formTemplates.EXPENSE, expense)).toBe(45_000);
  expect(amountOf(formTemplates.PROJECT, { budgetKrw: 7 })).toBe(7);
  expect(amountOf(formTemplates.EXPENSE, { amountKrw: "많이" })).toBeNull();
});
