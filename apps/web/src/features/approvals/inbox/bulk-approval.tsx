"use client";

import type { ApproveManyResult, DocumentCard } from "@erp/contracts/approvals";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Dialog, DialogActions } from "@/components/dialog";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { useOneAtATime } from "../document/use-one-at-a-time";
import { BulkRow } from "./bulk-row";

type BulkApprovalProps = { documents: readonly DocumentCard[]; onClose(): void };

/** Approves several documents, each on its own, and says of each how it went. */
export function BulkApproval({ documents, onClose }: BulkApprovalProps) {
  const t = useTranslations("approvals.bulk");
  const actions = useTranslations("approvals.actions");
  const locale = useLocale();
  const cache = trpc.useUtils();
  const { run, running } = useOneAtATime();
  const approveMany = trpc.approvals.approveMany.useMutation({ onSettled: () => cache.approvals.invalidate() });
  const results = approveMany.data;
  const approve = () =>
    run("approve", () =>
      approveMany
        .mutateAsync({ documents: documents.map(({ id, version }) => ({ documentId: id, version })) })
        .catch(() => {}),
    );
  const title = useTitle(results);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && running === null && onClose()}
      title={title ?? t("title", { count: documents.length })}
      description={results ? undefined : t("hint")}
    >
      <ul aria-live="polite" className="divide-y divide-line">
        {documents.map((card) => (
          <BulkRow
            key={card.id}
            card={card}
            isWorking={running !== null}
            result={results?.find(({ documentId }) => documentId === card.id) ?? null}
          />
        ))}
      </ul>
      <p role="alert" className="mt-3 text-13 text-no empty:hidden">
        {approveMany.error && sentenceOf(approveMany.error, locale)}
      </p>
      <DialogActions>
        <Button onClick={onClose} disabled={running !== null}>
          {results ? actions("close") : actions("cancel")}
        </Button>
        {!results && (
          <Button look="primary" busy={running !== null} onClick={() => void approve()}>
            {running ? t("working") : t("confirm", { count: documents.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function useTitle(results: ApproveManyResult | undefined): string | null {
  const t = useTranslations("approvals.bulk");
  if (results === undefined) return null;
  const approved = results.filter(({ outcome }) => outcome === "APPROVED").length;
  const refused = results.length - approved;
  const first = approved === 0 ? t("resultNone") : t("resultTitle", { approved });
  return refused === 0 || approved === 0 ? first : `${first} · ${t("refused", { count: refused })}`;
}
