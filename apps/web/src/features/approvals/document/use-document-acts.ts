"use client";

import type { DocumentView } from "@erp/contracts/approvals";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { useOneAtATime } from "./use-one-at-a-time";

export type DocumentAct = "approve" | "reject" | "withdraw" | "comment" | "discard";

/** Where the page goes after an act that ends the reader's work on the document. */
export type ActListeners = { onDone?(act: DocumentAct): void };

/**
 * What can be done to a document. Never optimistic: the answer of the server is what is shown. A refusal (somebody was
 * faster, the turn is over) stays on the page as a sentence, and the document is read again.
 */
export function useDocumentActs(document: DocumentView, { onDone }: ActListeners) {
  const t = useTranslations("approvals.actions");
  const locale = useLocale();
  const toast = useToast();
  const cache = trpc.useUtils();
  const { run, running } = useOneAtATime();
  const [refusal, setRefusal] = useState<string | null>(null);
  const acts = useActMutations();
  const { id: documentId, version, title } = document;

  /** True when it was done; false when it was refused, with the reason in `refusal`. */
  async function perform(
    act: DocumentAct,
    call: () => Promise<DocumentView | undefined>,
    sentence: string,
  ): Promise<boolean> {
    let isDone = false;
    await run(act, async () => {
      setRefusal(null);
      try {
        cache.approvals.document.setData({ documentId }, await call());
        isDone = true;
        toast.done(sentence);
        onDone?.(act);
      } catch (error) {
        setRefusal(sentenceOf(error, locale));
      } finally {
        if (act !== "discard") void cache.approvals.document.invalidate({ documentId });
        void cache.approvals.list.invalidate();
        void cache.approvals.counts.invalidate();
        void cache.approvals.revisions.invalidate();
      }
    });
    return isDone;
  }

  return {
    running: running as DocumentAct | null,
    refusal,
    approve: () =>
      perform("approve", () => acts.approve.mutateAsync({ documentId, version }), t("approved", { title })),
    reject: (reason: string) =>
      perform("reject", () => acts.reject.mutateAsync({ documentId, version, reason }), t("rejected", { title })),
    withdraw: () => perform("withdraw", () => acts.withdraw.mutateAsync({ documentId, version }), t("withdrawn")),
    discard: () =>
      perform("discard", () => acts.discard.mutateAsync({ documentId, version }).then(() => undefined), t("discarded")),
    comment: (text: string) => perform("comment", () => acts.comment.mutateAsync({ documentId, text }), t("commented")),
  };
}

export type DocumentActs = ReturnType<typeof useDocumentActs>;

function useActMutations() {
  return {
    approve: trpc.approvals.approve.useMutation(),
    reject: trpc.approvals.reject.useMutation(),
    withdraw: trpc.approvals.withdraw.useMutation(),
    discard: trpc.approvals.discardDraft.useMutation(),
    comment: trpc.approvals.comment.useMutation(),
  };
}
