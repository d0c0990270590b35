"use client";

import type { FileView } from "@erp/contracts/files";
import { useTranslations } from "next-intl";
import { type UseFormReturn, useController } from "react-hook-form";
import { useAnnounce } from "@/components/live-region";
import { useUploads } from "@/features/files/use-uploads";
import type { DraftContent } from "./draft-content";

/** The draft's files as a part of its form, kept by the autosave like what is typed. */
export function useDraftFiles(form: UseFormReturn<DraftContent>) {
  const t = useTranslations("approvals.files");
  const announce = useAnnounce();
  const { field } = useController({ control: form.control, name: "files" });
  const change = (files: FileView[]) => form.setValue("files", files, { shouldDirty: true });
  const uploads = useUploads((file) => {
    // Read now: several may arrive before the next render.
    change([...form.getValues("files"), file]);
    announce(t("arrived", { name: file.name }));
  });
  return {
    files: field.value,
    uploads,
    onRemove: (file: FileView) => change(form.getValues("files").filter(({ id }) => id !== file.id)),
  };
}
