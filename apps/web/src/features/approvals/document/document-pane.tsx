"use client";

import type { DocumentView } from "@erp/contracts/approvals";
import type { DocumentId } from "@erp/contracts/ids";
import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/button";
import { ErrorState } from "@/components/error-state";
import { useShortcuts } from "@/components/shortcuts";
import { LeaveContext } from "@/features/leave/document/leave-context";
import { useMe } from "@/features/shell/me";
import { trpc } from "@/lib/trpc";
import { ActionBar } from "./action-bar";
import { CommentForm } from "./comment-form";
import { type DocumentDialog, DocumentDialogs } from "./document-dialogs";
import { DocumentHistory } from "./document-history";
import { DocumentPaper } from "./document-paper";
import { DocumentSkeleton } from "./document-skeleton";
import { IntegrityBadge } from "./integrity-badge";
import { Onlookers } from "./onlookers";
import { type ActListeners, useDocumentActs } from "./use-document-acts";
import { useReadOnOpen } from "./use-read-on-open";

type DocumentPaneProps = ActListeners & { documentId: DocumentId; onBack(): void };

/** One document with everything that can be done to it; reads itself and stays up to date. */
export function DocumentPane({ documentId, onBack, ...listeners }: DocumentPaneProps) {
  const t = useTranslations("approvals.pane");
  const document = trpc.approvals.document.useQuery({ documentId });
  return (
    <div className="flex min-h-full flex-col">
      <div className="border-b border-line bg-surface px-2 py-1 tablet:hidden">
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
      {document.status !== "DRAFT" && <IntegrityBadge document={document} />}
      <Onlookers documentId={document.id} readerId={readerId} />
    </>
  );
  return (
    <>
      <div className="flex-1 p-3 tablet:px-5.5 tablet:py-4.5">
        <DocumentPaper content={document} readerId={readerId} badges={badges}>
          {isAboutLeave(document) && <LeaveContext documentId={document.id} />}
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
