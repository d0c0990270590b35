import {
  type DocumentForm,
  type FormCode,
  type FormTemplate,
  type FormValues,
  fieldValueSchema,
  formTemplates,
  formValuesSchema,
  isBuiltIn,
} from "@erp/contracts/approval-forms";
import { fieldMessageOf } from "@erp/contracts/field-messages";
import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import { DomainError } from "../errors";

/** What a document carries of the form it is written on: of a built-in one nothing (ADR 0028). */
export function carriedForm({ code, name, description, fields }: FormTemplate): Pick<DocumentState, "form"> {
  return isBuiltIn(code) ? {} : { form: { name, description, fields } };
}

/** The form a document was written on, or as much of it as was read. */
export function formOf<Part extends keyof DocumentForm>({
  formCode,
  form,
}: {
  formCode: FormCode;
  form?: Pick<DocumentForm, Part>;
}): Pick<DocumentForm, Part> {
  if (form) return form;
  if (isBuiltIn(formCode)) return formTemplates[formCode];
  throw new Error(`a document of ${formCode} carries no form`);
}

/** The template a document was written on, for another one like it. */
export function templateOf(document: Pick<DocumentState, "formCode" | "formVersion" | "form">): FormTemplate {
  const { name, description, fields } = formOf<keyof DocumentForm>(document);
  return { code: document.formCode, version: document.formVersion, name, description, fields };
}

/** The complete form, checked field by field. Throws `approval.form-incomplete` naming every field that is wrong. */
export function completeForm(form: DocumentForm, values: FormValues): FormValues {
  const parsed = formValuesSchema(form).safeParse(values);
  if (parsed.success) return withoutEmpty(parsed.data);
  const fields = parsed.error.issues.map(({ path, message }) => [
    ["values", ...path].join("."),
    fieldMessageOf(message),
  ]);
  throw new DomainError("approval.form-incomplete", {}, Object.fromEntries(fields));
}

/** What a draft keeps: the form's fields as far as they were filled in, right or wrong. */
export function draftForm(form: DocumentForm, values: FormValues): FormValues {
  const known = form.fields.map(({ key }) => key).filter((key) => Object.hasOwn(values, key));
  return withoutEmpty(Object.fromEntries(known.map((key) => [key, values[key]])));
}

/** What another version of the form has a place for: not the values of fields, or the choice of options, that are gone. */
export function fittingValues(form: DocumentForm, values: FormValues): FormValues {
  const fitting = form.fields.filter((field) => fieldValueSchema(field).safeParse(values[field.key]).success);
  return draftForm({ ...form, fields: fitting }, values);
}

/** The amount or budget the form asks for, in won; null where there is none yet. */
export function amountOf({ fields }: Pick<DocumentForm, "fields">, values: FormValues): number | null {
  const field = fields.find(({ kind }) => kind === "amount-krw");
  const value = field === undefined ? undefined : values[field.key];
  return typeof value === "number" ? value : null;
}

/** What was written, for the search: of a choice what people chose, in both languages. */
export function writtenWords({ fields }: Pick<DocumentForm, "fields">, values: FormValues): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (typeof value === "object") return [value.from, value.to];
    const chosen = fields.find((field) => field.key === key)?.options?.find((option) => option.key === value);
    return chosen ? [chosen.label.ko, chosen.label.en] : [String(value)];
  });
}

/** Left-out fields are absent rather than undefined: the store would keep an undefined as null. */
function withoutEmpty(values: Record<string, FormValues[string] | undefined>): FormValues {
  const filled = Object.entries(values).filter(
    (entry): entry is [string, FormValues[string]] => entry[1] !== undefined,
  );
  return Object.fromEntries(filled);
}
