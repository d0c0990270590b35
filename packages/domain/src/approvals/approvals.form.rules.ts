import { type FormCode, type FormValues, formTemplates, formValuesSchema } from "@erp/contracts/approval-forms";
import { fieldMessageOf } from "@erp/contracts/field-messages";
import { DomainError } from "../errors";

/** The complete form, checked by its template. Throws `approval.form-incomplete` naming every field that is wrong. */
export function completeForm(formCode: FormCode, values: FormValues): FormValues {
  const parsed = formValuesSchema(formTemplates[formCode]).safeParse(values);
  if (parsed.success) return withoutEmpty(parsed.data);
  const fields = parsed.error.issues.map(({ path, message }) => [
    ["values", ...path].join("."),
    fieldMessageOf(message),
  ]);
  throw new DomainError("approval.form-incomplete", {}, Object.fromEntries(fields));
}

/** What a draft keeps: the template's fields as far as they were filled in, right or wrong. */
export function draftForm(formCode: FormCode, values: FormValues): FormValues {
  const known = formTemplates[formCode].fields.map(({ key }) => key).filter((key) => Object.hasOwn(values, key));
  return withoutEmpty(Object.fromEntries(known.map((key) => [key, values[key]])));
}

/** The amount or budget the form asks for, in won; null where there is none yet. */
export function amountOf(formCode: FormCode, values: FormValues): number | null {
  const field = formTemplates[formCode].fields.find(({ kind }) => kind === "amount-krw");
  const value = field === undefined ? undefined : values[field.key];
  return typeof value === "number" ? value : null;
}

/** Left-out fields are absent rather than undefined: the store would keep an undefined as null. */
function withoutEmpty(values: Record<string, FormValues[string] | undefined>): FormValues {
  const filled = Object.entries(values).filter(
    (entry): entry is [string, FormValues[string]] => entry[1] !== undefined,
  );
  return Object.fromEntries(filled);
}
