"use client";

import type { DocumentView } from "@erp/contracts/approvals";
import type { DocumentId } from "@erp/contracts/ids";
import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/button";
import { ErrorState } from "@/components/error-state";
import { Pill } from "@/components/pill";
import { useShortcuts } from "@/components/shortcuts";
import { LeaveContext } from "@/features/leave/document/leave-context";
import { useMe } from "@/features/shell/me";
import { trpc } from "@/lib/trpc";
import { OnBehalfPill } from "../format/on-behalf-pill";
import { ActionBar } from "./action-bar";
import { CommentForm } from "./comment-form";
import { type DocumentDialog, DocumentDialogs } from "./document-dialogs";
import { DocumentFiles } from "./document-files";
import { DocumentHistory } from "./document-history";
import { DocumentPaper } from "./document-paper";
import { DocumentSkeleton } from "./document-skeleton";
import { IntegrityBadge } from "./integrity-badge";
import { Onlookers } from "./onlookers";
import { RevisionChain } from "./revision-chain";
import { type ActListeners, useDocumentActs } from "./use-document-acts";
import { useReadOnOpen } from "./use-read-on-open";

type DocumentPaneProps = ActListeners & { documentId: DocumentId; onBack(): void };

/** One document with everything that can be done to it; reads itself and stays up to date. */
export function DocumentPane({ documentId, onBack, ...listeners }: DocumentPaneProps) {
  const t = useTranslations("approvals.pane");
  const document = trpc.approvals.document.useQuery({ documentId });
  return (
    <div className="flex min-h-full flex-col">
      <div className="border-b border-line bg-surface px-2 py-1 tablet:hidden print:hidden">
        <Button look="quiet" onClick={onBack}>
          <ArrowLeft aria-hidden />
          {t("back")}
        </Button>
      </div>
      {document.isPending && <DocumentSkeleton label={t("loading")} />}
      {document.isError && (
        <ErrorState error={document.error} onRetry={() => document.refetch()} isRetrying={document.isRefetching} />
      )}
      {document.data && <OpenDocument key={documentId} document={document.data} {...listeners} />}
    </div>
  );
}

function OpenDocument({ document, ...listeners }: { document: DocumentView } & ActListeners) {
  const t = useTranslations("approvals.revisions");
  const { id: readerId } = useMe();
  const acts = useDocumentActs(document, listeners);
  const [dialog, setDialog] = useState<DocumentDialog | null>(null);
  const commentBox = useRef<HTMLTextAreaElement | null>(null);
  const focusComment = () => commentBox.current?.focus();
  useReadOnOpen(document.id);
  useDecisionKeys(document, {
    approve: () => void acts.approve(),
    reject: () => setDialog("reject"),
    comment: focusComment,
  });
  const badges = (
    <>
      {document.revision > 1 && <Pill meaning="neutral">{t("badge", { revision: document.revision })}</Pill>}
      {document.onBehalfOf && <OnBehalfPill principal={document.onBehalfOf} />}
      {document.status !== "DRAFT" && <IntegrityBadge document={document} />}
      <Onlookers documentId={document.id} readerId={readerId} />
    </>
  );
  return (
    <>
      <div className="flex-1 p-3 tablet:px-5.5 tablet:py-4.5 print:p-0">
        <DocumentPaper content={document} readerId={document.onBehalfOf?.id ?? readerId} badges={badges}>
          <DocumentFiles documentId={document.id} files={document.files} />
          {isAboutLeave(document) && <LeaveContext documentId={document.id} />}
          {mayHaveRevisions(document) && <RevisionChain document={document} />}
          {document.history.length > 0 && <DocumentHistory history={document.history} />}
          {document.allowedActions.includes("comment") && (
            <CommentForm busy={acts.running === "comment"} inputRef={commentBox} onComment={acts.comment} />
          )}
        </DocumentPaper>
      </div>
      <ActionBar document={document} readerId={readerId} acts={acts} onAsk={setDialog} onComment={focusComment} />
      <DocumentDialogs document={document} acts={acts} open={dialog} onClose={() => setDialog(null)} />
    </>
  );
}

/** What was neither sent back nor written again is the only one of its family. */
function mayHaveRevisions({ revision, status }: DocumentView): boolean {
  return revision > 1 || status === "REJECTED" || status === "WITHDRAWN";
}

function isAboutLeave({ formCode, status }: DocumentView): boolean {
  return status !== "DRAFT" && (formCode === "ANNUAL_LEAVE" || formCode === "LEAVE_CANCELLATION");
}

/** A, R and C for the document that is open, as far as it allows them. */
function useDecisionKeys(
  { allowedActions }: DocumentView,
  run: Record<"approve" | "reject" | "comment", () => void>,
): void {
  const t = useTranslations("approvals");
  const keys = [
    { keys: "a", action: "approve" },
    { keys: "r", action: "reject" },
    { keys: "c", action: "comment" },
  ] as const;
  useShortcuts(
    t("boxes.title"),
    keys
      .filter(({ action }) => allowedActions.includes(action))
      .map(({ keys, action }) => ({ keys, label: t(`shortcuts.${action}`), run: run[action] })),
  );
}
