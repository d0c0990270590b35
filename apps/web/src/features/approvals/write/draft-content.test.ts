import { formTemplates, MAX_TEXT_LENGTH } from "@erp/contracts/approval-forms";
import { describe, expect, it } from "vitest";
import { buildDocument, buildPerson, buildStep } from "../testing/build-document";
import {
  contentOf,
  contentSchema,
  type DraftContent,
  emptyContent,
  isWorthKeeping,
  toSaveInput,
  toSubmitInput,
} from "./draft-content";

const complete: DraftContent = {
  title: "서버 증설 비용",
  values: { amountKrw: 1_280_000, spentOn: "2026-11-20" as never, content: "서버 두 대", vendor: "" },
  line: [{ kind: "APPROVAL", quorum: "ALL", approvers: [buildPerson("한지우")] }],
  references: [buildPerson("윤채원")],
  readers: [],
  files: [],
};

function problems(content: DraftContent, form: "EXPENSE" | "PROJECT" = "EXPENSE") {
  const result = contentSchema(formTemplates[form]).safeParse(content);
  return result.success ? [] : result.error.issues.map(({ path, message }) => [path.join("."), message]);
}

describe("a draft before it is submitted", () => {
  it("has no problems when it is complete", () => {
    expect(problems(complete)).toEqual([]);
  });

  it("names every field that is missing", () => {
    expect(problems(emptyContent(formTemplates.EXPENSE)).map(([path]) => path)).toEqual([
      "title",
      "values.amountKrw",
      "values.spentOn",
      "values.content",
      "line",
    ]);
  });

  it("refuses a period that ends before it begins, and one with one end", () => {
    const project = {
      ...complete,
      values: { budgetKrw: 1, goal: "교육", period: { from: "2026-11-20", to: "2026-11-01" } },
    };
    expect(problems(project, "PROJECT")).toEqual([["values.period.to", "period.reversed"]]);
    const half = { ...project, values: { ...project.values, period: { from: "2026-11-20", to: "" } } };
    expect(problems(half, "PROJECT")[0]?.[0]).toBe("values.period.to");
  });

  it("becomes the input without what was left empty", () => {
    const input = toSubmitInput({ code: "EXPENSE", version: 1 }, complete, null);
    expect(input.values).toEqual({ amountKrw: 1_280_000, spentOn: "2026-11-20", content: "서버 두 대" });
    expect(input.referenceIds).toEqual([buildPerson("윤채원").id]);
    expect(input).not.toHaveProperty("draft");
  });
});

describe("a draft that is kept", () => {
  it("is not worth keeping for a suggested line alone", () => {
    expect(isWorthKeeping({ ...emptyContent(formTemplates.EXPENSE), line: complete.line })).toBe(false);
    expect(isWorthKeeping({ ...emptyContent(formTemplates.EXPENSE), title: "서" })).toBe(true);
    expect(isWorthKeeping({ ...emptyContent(formTemplates.EXPENSE), values: { amountKrw: 5 } })).toBe(true);
  });

  it("leaves out half a period", () => {
    const content = {
      ...emptyContent(formTemplates.PROJECT),
      values: { period: { from: "2026-11-20", to: "" }, goal: "교육" },
    };
    expect(toSaveInput({ code: "PROJECT", version: 1 }, content, null).values).toEqual({ goal: "교육" });
  });

  it("keeps of a text that is too long all that fits", () => {
    const content = { ...complete, values: { content: "가".repeat(MAX_TEXT_LENGTH + 1) } };
    expect(toSaveInput({ code: "EXPENSE", version: 1 }, content, null).values).toEqual({
      content: "가".repeat(MAX_TEXT_LENGTH),
    });
    expect(isWorthKeeping({ ...content, title: "" })).toBe(true);
    expect(problems({ ...complete, values: { ...complete.values, ...content.values } })).toEqual([
      ["values.content", "text.too-long"],
    ]);
  });

  it("comes back from the stored document as it was", () => {
    const content = contentOf(buildDocument({ line: [buildStep(["한지우", "박서연"], { quorum: "ANY" })] }));
    expect(content.line).toEqual([
      { kind: "APPROVAL", quorum: "ANY", approvers: [buildPerson("한지우"), buildPerson("박서연")] },
    ]);
    expect(content.values.vendor).toBe("");
  });
});
