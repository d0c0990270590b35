"use client";

import type { DocumentId } from "@erp/contracts/ids";
import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/error-state";
import { trpc } from "@/lib/trpc";
import { contentOf } from "./draft-content";
import { DraftEditor } from "./draft-editor";
import { DraftNote } from "./draft-note";
import { EditorSkeleton } from "./editor-skeleton";
import { StoredDraft } from "./stored-draft";
import { useKeptDraft } from "./use-kept-draft";

/** A new document that begins as a copy of an old one; nothing is kept until something is typed. */
export function CopiedDraft({ documentId }: { documentId: DocumentId }) {
  const kept = useKeptDraft();
  return kept ? <StoredDraft documentId={kept} /> : <Copy documentId={documentId} />;
}

function Copy({ documentId }: { documentId: DocumentId }) {
  const t = useTranslations("approvals.pane");
  const files = useTranslations("approvals.files");
  const copy = trpc.approvals.copy.useQuery({ documentId }, { staleTime: Number.POSITIVE_INFINITY });
  if (copy.isPending) return <EditorSkeleton label={t("loading")} />;
  if (copy.isLoadingError)
    return <ErrorState error={copy.error} onRetry={() => copy.refetch()} isRetrying={copy.isRefetching} />;
  const { formCode, formVersion, form, leftOutFiles } = copy.data;
  const written = { ...form, code: formCode, version: formVersion };
  const note = leftOutFiles > 0 && <DraftNote>{files("leftOut", { count: leftOutFiles })}</DraftNote>;
  return <DraftEditor written={written} initial={contentOf(copy.data)} stored={null} isNew={false} note={note} />;
}
