"use client";

import { type UseFormReturn, useWatch } from "react-hook-form";
import type { DraftContent, WrittenForm } from "./draft-content";
import type { DraftLine } from "./line-changes";
import { useSuggestedLine } from "./use-suggested-line";

/** The line of a document that is being written, and the one suggested for it. */
export function useDraftLine(form: UseFormReturn<DraftContent>, template: WrittenForm, isNew: boolean) {
  const line = useWatch({ control: form.control, name: "line" });
  const amountKrw = useAmountOf(form, template);
  const changeLine = (changed: DraftLine) =>
    form.setValue("line", changed, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  const suggestion = useSuggestedLine({ formCode: template.code, amountKrw, line, isNew, onSuggest: changeLine });
  return { suggestion, changeLine };
}

export type DraftLineState = ReturnType<typeof useDraftLine>;

/** The amount the line depends on: the form's first field of that kind. */
function useAmountOf({ control }: UseFormReturn<DraftContent>, { fields }: WrittenForm): number | null {
  const key = fields.find(({ kind }) => kind === "amount-krw")?.key ?? "";
  const value = useWatch({ control, name: `values.${key}` });
  return typeof value === "number" && value > 0 ? value : null;
}
