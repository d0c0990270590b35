"use client";

import type { DocumentReference } from "@erp/contracts/approvals";
import { zodResolver } from "@hookform/resolvers/zod";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { type Resolver, useForm } from "react-hook-form";
import { TextField } from "@/components/text-field";
import { contentSchema, type DraftContent, type WrittenForm } from "./draft-content";
import { DraftHeader } from "./draft-header";
import { DraftPreview } from "./draft-preview";
import { FilesField } from "./files-field";
import { FormFields } from "./form-fields";
import { LineSide } from "./line-side";
import { SubmitBar } from "./submit-bar";
import { useDraftAutosave } from "./use-draft-autosave";
import { useDraftFiles } from "./use-draft-files";
import { useDraftLine } from "./use-draft-line";
import { useDraftPreview } from "./use-draft-preview";
import { useSubmitDocument } from "./use-submit-document";

type DraftEditorProps = {
  /** Stays as it is while this document is written, whatever HR changes meanwhile. */
  written: WrittenForm;
  initial: DraftContent;
  /** Null for a document that is not kept yet. */
  stored: DocumentReference | null;
  isNew: boolean;
  /** What the writer should know before they begin. */
  note?: ReactNode;
};

/** Writing a document: its fields on the left, who decides on the right, kept by itself all the while. */
export function DraftEditor({ written, initial, stored, isNew, note }: DraftEditorProps) {
  const t = useTranslations("approvals.write");
  const locale = useLocale();
  const [template] = useState(written);
  const [schema] = useState(() => contentSchema(template));
  // The schema takes the editor's shape in and gives it back; zod cannot know that of a preprocessed part.
  const form = useForm<DraftContent>({
    resolver: zodResolver(schema as never) as unknown as Resolver<DraftContent>,
    defaultValues: initial,
  });
  const autosave = useDraftAutosave(form, template, stored);
  const draftLine = useDraftLine(form, template, isNew);
  const draftFiles = useDraftFiles(form);
  const { submit, isSubmitting, refusal } = useSubmitDocument(template, autosave);
  const preview = useDraftPreview(form, autosave);
  return (
    <form
      noValidate
      onKeyDown={stayOnEnter}
      onSubmit={form.handleSubmit(() => submit(form.getValues()))}
      className="flex flex-1 flex-col"
    >
      <div className="mx-auto w-full max-w-[1240px] flex-1 px-4 py-5 tablet:px-7">
        <DraftHeader title={template.name[locale]} description={template.description[locale]} autosave={autosave} />
        {note}
        <div className="grid items-start gap-4 desktop:grid-cols-[minmax(0,1fr)_380px]">
          <div className="grid gap-4 rounded-card border border-line bg-surface p-4 tablet:p-6">
            <TextField
              control={form.control}
              name="title"
              label={t("documentTitle")}
              placeholder={t("titlePlaceholder")}
              maxLength={120}
              className="text-16"
            />
            <FormFields template={template} control={form.control} />
            <FilesField {...draftFiles} />
          </div>
          <LineSide form={form} draftLine={draftLine} />
        </div>
      </div>
      <SubmitBar
        form={form}
        saving={autosave.saving}
        isUploading={draftFiles.uploads.isUploading}
        isLineChanging={draftLine.suggestion.isCatchingUp}
        isSubmitting={isSubmitting}
        refusal={refusal}
        onPreview={() => void preview.open()}
      />
      {preview.previewed && <DraftPreview draft={preview.previewed} template={template} onClose={preview.close} />}
    </form>
  );
}

/** Enter in a field would submit the form; a document is sent by its button alone. */
function stayOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}
