"use client";

import { isWritable } from "@erp/contracts/approval-forms";
import type { DocumentId } from "@erp/contracts/ids";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { trpc } from "@/lib/trpc";
import { contentOf } from "./draft-content";
import { DraftEditor } from "./draft-editor";
import { EditorSkeleton } from "./editor-skeleton";
import { RevisionNote } from "./revision-note";

/** Goes on with a draft. Always read anew: writing over an old version would only end in a conflict. */
export function StoredDraft({ documentId }: { documentId: DocumentId }) {
  const t = useTranslations("approvals");
  const stored = trpc.approvals.document.useQuery(
    { documentId },
    { refetchOnMount: "always", refetchOnWindowFocus: false },
  );
  const [isRead, setIsRead] = useState(false);
  if (!isRead && stored.isSuccess && stored.isFetchedAfterMount) setIsRead(true);
  // Once it is open, a failed reading must not take away what is being typed.
  if (stored.isError && !isRead)
    return <ErrorState error={stored.error} onRetry={() => stored.refetch()} isRetrying={stored.isRefetching} />;
  if (!stored.data || !isRead) return <EditorSkeleton label={t("pane.loading")} />;
  const { status, formCode, formVersion, form, version, revision } = stored.data;
  if (status !== "DRAFT" || !isWritable(formCode)) {
    return (
      <EmptyState
        sentence={t("write.notADraft")}
        action={<ButtonLink href={`/approvals/${documentId}`}>{t("write.openDocument")}</ButtonLink>}
      />
    );
  }
  return (
    <DraftEditor
      key={documentId}
      written={{ ...form, code: formCode, version: formVersion }}
      initial={contentOf(stored.data)}
      stored={{ documentId, version }}
      isNew={false}
      note={revision > 1 && <RevisionNote documentId={documentId} revision={revision} />}
    />
  );
}
