"use client";

import { type FieldMessage, fieldMessageOf, fieldMessages } from "@erp/contracts/field-messages";
import { useLocale } from "next-intl";
import { type UseFormReturn, useController, useWatch } from "react-hook-form";
import type { DraftContent, WrittenForm } from "./draft-content";
import { LineBuilder } from "./line-builder";
import type { DraftLine } from "./line-changes";
import { PeopleField } from "./people-field";
import { useSuggestedLine } from "./use-suggested-line";

/** The people of the document: the line, the references, the readers. */
export function LineSide({
  form,
  template,
  isNew,
}: {
  form: UseFormReturn<DraftContent>;
  template: WrittenForm;
  isNew: boolean;
}) {
  const { control } = form;
  const { field, fieldState } = useController({ control, name: "line" });
  const references = useController({ control, name: "references" }).field;
  const readers = useController({ control, name: "readers" }).field;
  const locale = useLocale();
  const amountKrw = useAmountOf(form, template);
  const changeLine = (line: DraftLine) =>
    form.setValue("line", line, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  const suggestion = useSuggestedLine({
    formCode: template.code,
    amountKrw,
    line: field.value,
    isNew,
    onSuggest: changeLine,
  });
  const message: FieldMessage | undefined = fieldState.error && fieldMessageOf(fieldState.error.message);
  return (
    <div className="grid gap-5 rounded-card border border-line bg-surface p-4">
      <LineBuilder
        line={field.value}
        error={message && fieldMessages[message][locale]}
        suggestion={suggestion}
        onChange={changeLine}
      />
      <hr className="border-line" />
      <PeopleField kind="references" people={references.value} onChange={references.onChange} />
      <PeopleField kind="readers" people={readers.value} onChange={readers.onChange} />
    </div>
  );
}

/** The amount the line depends on: the form's first field of that kind. */
function useAmountOf({ control }: UseFormReturn<DraftContent>, { fields }: WrittenForm): number | null {
  const key = fields.find(({ kind }) => kind === "amount-krw")?.key ?? "";
  const value = useWatch({ control, name: `values.${key}` });
  return typeof value === "number" && value > 0 ? value : null;
}
