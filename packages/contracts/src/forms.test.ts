import { describe, expect, it } from "vitest";
import { formCode, formTemplates, isWritable, numberPrefixOf, ownFormCode, writableFormCode } from "./approval-forms";
import { changeFormInput, createFormInput, type FormFieldInput } from "./forms";

const label = (text: string) => ({ ko: text, en: `${text} (en)` });
const field = (text: string, chosen: Partial<FormFieldInput> = {}): FormFieldInput => ({
  key: null,
  label: label(text),
  kind: "line",
  required: true,
  options: [],
  ...chosen,
});
const options = (...texts: string[]) => texts.map((text) => ({ key: null, label: label(text) }));

function problems(fields: FormFieldInput[]): [path: string, message: string][] {
  const form = { formCode: "PUR", name: label("구매"), description: label("살 때"), fields };
  const issues = createFormInput.safeParse(form).error?.issues ?? [];
  return issues.map(({ path, message }) => [path.join("."), message]);
}

describe("the code of a form of HR's own", () => {
  it.each(Object.values(formTemplates).map(({ numberPrefix }) => numberPrefix))(
    "is not %s, which is built in",
    (code) => {
      expect(ownFormCode.safeParse(code).error?.issues[0]?.message).toBe("form.code-reserved");
    },
  );

  it.each(["", "PU", "PURC", "P1R", "구매요"])("is three letters, not %j", (code) => {
    expect(ownFormCode.safeParse(code).error?.issues[0]?.message).toBe("form.code-malformed");
  });

  it("begins its documents' numbers, and is always written as a document", () => {
    const code = ownFormCode.parse(" pur ");
    expect([code, numberPrefixOf(code), numberPrefixOf("EXPENSE")]).toEqual(["PUR", "PUR", "EXP"]);
    expect(isWritable(code)).toBe(true);
    expect(writableFormCode.safeParse("ANNUAL_LEAVE").success).toBe(false);
    expect(formCode.safeParse("BONUS").success).toBe(false);
  });
});

describe("the fields of a form", () => {
  it("stand when they can be told apart, with one amount and enough to choose from", () => {
    expect(
      problems([
        field("품목"),
        field("금액", { kind: "amount-krw" }),
        field("구분", { kind: "choice", options: options("장비", "기타") }),
      ]),
    ).toEqual([]);
  });

  it.each<[string, FormFieldInput[], [string, string][]]>([
    ["none", [], [["fields", "form.no-fields"]]],
    [
      "more than thirty",
      Array.from({ length: 31 }, (_, index) => field(`항목 ${index}`)),
      [["fields", "form.too-many-fields"]],
    ],
    [
      "two amounts",
      [field("예산", { kind: "amount-krw" }), field("금액", { kind: "amount-krw" })],
      [["fields.1.kind", "form.amount-twice"]],
    ],
    [
      "one label twice",
      [field("품목"), field("품목")],
      [
        ["fields.1.label.ko", "form.label-twice"],
        ["fields.1.label.en", "form.label-twice"],
      ],
    ],
    [
      "a choice of one",
      [field("구분", { kind: "choice", options: options("장비") })],
      [["fields.0.options", "form.too-few-options"]],
    ],
    [
      "a choice of more than twenty",
      [field("구분", { kind: "choice", options: options(...Array.from({ length: 21 }, (_, at) => `${at}`)) })],
      [["fields.0.options", "form.too-many-options"]],
    ],
    [
      "an option twice",
      [field("구분", { kind: "choice", options: options("장비", "장비") })],
      [
        ["fields.0.options.1.label.ko", "form.label-twice"],
        ["fields.0.options.1.label.en", "form.label-twice"],
      ],
    ],
    ["no label", [field("품목", { label: { ko: " ", en: "Item" } })], [["fields.0.label.ko", "text.required"]]],
  ])("do not stand with %s", (_, fields, expected) => {
    expect(problems(fields)).toEqual(expected);
  });

  it("are of the kinds that only say what was typed: leave's and attendance's own are not for everybody", () => {
    expect(problems([field("휴가", { kind: "leave-minutes" as never })])).toHaveLength(1);
  });

  it("a change names the version it was made from", () => {
    const change = { formCode: "PUR", name: label("구매"), description: label("살 때"), fields: [field("품목")] };
    expect(changeFormInput.safeParse(change).success).toBe(false);
    expect(changeFormInput.safeParse({ ...change, version: 1 }).success).toBe(true);
  });
});
