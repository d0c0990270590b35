"use client";

import { emptyContent, type WrittenForm } from "./draft-content";
import { DraftEditor } from "./draft-editor";
import { StoredDraft } from "./stored-draft";
import { useKeptDraft } from "./use-kept-draft";

/** A new document on this form. */
export function EmptyDraft({ written }: { written: WrittenForm }) {
  const kept = useKeptDraft();
  if (kept) return <StoredDraft documentId={kept} />;
  return <DraftEditor written={written} initial={emptyContent(written)} stored={null} isNew />;
}
