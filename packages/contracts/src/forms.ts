import { z } from "zod";
import { documentForm, fieldKind, ownFormCode } from "./approval-forms";
import { line } from "./text";

/** What HR may ask for in a form of its own; the other kinds are leave's and attendance's, which check them. */
export const ownFieldKind = fieldKind.extract(["line", "paragraphs", "amount-krw", "date", "period", "choice"]);
export type OwnFieldKind = z.infer<typeof ownFieldKind>;

export const MAX_FORM_FIELDS = 30;
export const MIN_CHOICE_OPTIONS = 2;
export const MAX_CHOICE_OPTIONS = 20;

function bothLanguages(maxLength: number) {
  return z.strictObject({ ko: line(maxLength), en: line(maxLength) });
}

/** The key it has in the version before, where it is kept: values are found by it. Null for what is new. */
const keptKey = z.string().max(40).nullable();

const optionInput = z.strictObject({ key: keptKey, label: bothLanguages(60) });

const fieldInput = z.strictObject({
  key: keptKey,
  label: bothLanguages(60),
  kind: ownFieldKind,
  required: z.boolean(),
  /** Of a `choice`; ignored otherwise. */
  options: z.array(optionInput).max(MAX_CHOICE_OPTIONS, "form.too-many-options"),
});
export type FormFieldInput = z.infer<typeof fieldInput>;

const formFields = {
  name: bothLanguages(40),
  description: bothLanguages(120),
  fields: z
    .array(fieldInput)
    .min(1, "form.no-fields")
    .max(MAX_FORM_FIELDS, "form.too-many-fields")
    .superRefine((fields, context) => {
      for (const { path, message } of problemsOf(fields)) context.addIssue({ code: "custom", path, message });
    }),
};

export const createFormInput = z.strictObject({ formCode: ownFormCode, ...formFields });
export type CreateFormInput = z.infer<typeof createFormInput>;

/** `version` is the one the change was made from; it becomes the next one. */
export const changeFormInput = z.strictObject({ formCode: ownFormCode, version: z.int().min(1), ...formFields });
export type ChangeFormInput = z.infer<typeof changeFormInput>;

export const formByCodeInput = z.strictObject({ formCode: ownFormCode });
export type FormByCodeInput = z.infer<typeof formByCodeInput>;

/** A form of HR's own in its newest version. One that is not offered begins no document any more. */
export const ownFormView = documentForm.extend({ code: ownFormCode, version: z.int(), isOffered: z.boolean() });
export type OwnFormView = z.infer<typeof ownFormView>;
export const ownFormList = z.array(ownFormView);

type Problem = { path: (string | number)[]; message: string };

/** What one field cannot know of the others: one amount, which decides the line; labels that people can tell apart. */
function problemsOf(fields: readonly FormFieldInput[]): Problem[] {
  const firstAmount = fields.findIndex(({ kind }) => kind === "amount-krw");
  return fields.flatMap(({ kind, options }, index) => [
    ...(kind === "amount-krw" && index !== firstAmount
      ? [{ path: [index, "kind"], message: "form.amount-twice" }]
      : []),
    ...(kind === "choice" ? problemsOfOptions(options).map((each) => within([index, "options"], each)) : []),
    ...labelsTwice(fields, index).map((each) => within([index], each)),
  ]);
}

function problemsOfOptions(options: FormFieldInput["options"]): Problem[] {
  if (options.length < MIN_CHOICE_OPTIONS) return [{ path: [], message: "form.too-few-options" }];
  return options.flatMap((_, index) => labelsTwice(options, index).map((each) => within([index], each)));
}

function labelsTwice(labelled: readonly Pick<FormFieldInput, "label">[], index: number): Problem[] {
  const before = labelled.slice(0, index);
  return (["ko", "en"] as const)
    .filter((language) => before.some(({ label }) => label[language] === labelled[index]?.label[language]))
    .map((language) => ({ path: ["label", language], message: "form.label-twice" }));
}

function within(place: (string | number)[], { path, message }: Problem): Problem {
  return { path: [...place, ...path], message };
}
