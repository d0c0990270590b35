"use client";

import { type FieldMessage, fieldMessageOf, fieldMessages } from "@erp/contracts/field-messages";
import { useLocale } from "next-intl";
import { type UseFormReturn, useController } from "react-hook-form";
import type { DraftContent } from "./draft-content";
import { LineBuilder } from "./line-builder";
import { PeopleField } from "./people-field";
import type { DraftLineState } from "./use-draft-line";

/** The people of the document: the line, the references, the readers. */
export function LineSide({
  form,
  draftLine: { suggestion, changeLine },
}: {
  form: UseFormReturn<DraftContent>;
  draftLine: DraftLineState;
}) {
  const { control } = form;
  const { field, fieldState } = useController({ control, name: "line" });
  const references = useController({ control, name: "references" }).field;
  const readers = useController({ control, name: "readers" }).field;
  const locale = useLocale();
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
