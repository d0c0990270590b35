"use client";

import type { DocumentId } from "@erp/contracts/ids";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { DraftContent } from "./draft-content";
import type { DraftAutosave } from "./use-draft-autosave";

/** What the preview shows; `keptAs` is null until the draft is kept as it is shown, for its files are read from there. */
export type PreviewedDraft = { content: DraftContent; keptAs: DocumentId | null };

/** The draft as it was when somebody asked to see it: at once, and its files as soon as they can be read. */
export function useDraftPreview(form: UseFormReturn<DraftContent>, autosave: DraftAutosave) {
  const [previewed, setPreviewed] = useState<PreviewedDraft | null>(null);
  const open = async () => {
    const content = form.getValues();
    setPreviewed({ content, keptAs: null });
    const draft = await autosave.settled();
    setPreviewed((shown) => (shown?.content === content ? { content, keptAs: draft?.documentId ?? null } : shown));
  };
  return { previewed, open, close: () => setPreviewed(null) };
}
