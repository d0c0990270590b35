"use client";

import type { DocumentView } from "@erp/contracts/approvals";
import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { RejectSheet } from "./reject-sheet";
import type { DocumentActs } from "./use-document-acts";

export type DocumentDialog = "reject" | "withdraw" | "discard";

type DocumentDialogsProps = {
  document: DocumentView;
  acts: DocumentActs;
  open: DocumentDialog | null;
  onClose(): void;
};

/**
 * What is asked before a document is rejected, withdrawn or discarded. A refusal is shown at the document; that of a
 * rejection here, too, for its reason is still being written.
 */
export function DocumentDialogs({ document, acts, open, onClose }: DocumentDialogsProps) {
  const t = useTranslations("approvals");
  const confirm = (act: () => Promise<boolean>) => () => void act().then(onClose);
  const shared = { onOpenChange: (isOpen: boolean) => !isOpen && onClose(), isDangerous: true };
  return (
    <>
      <RejectSheet
        document={document}
        isOpen={open === "reject"}
        onClose={onClose}
        busy={acts.running === "reject"}
        refusal={acts.refusal}
        onReject={acts.reject}
      />
      <ConfirmDialog
        {...shared}
        open={open === "withdraw"}
        title={t("withdrawDialog.title")}
        description={t("withdrawDialog.hint")}
        confirmLabel={t("withdrawDialog.confirm")}
        busy={acts.running === "withdraw"}
        onConfirm={confirm(acts.withdraw)}
      />
      <ConfirmDialog
        {...shared}
        open={open === "discard"}
        title={t("discardDialog.title")}
        description={t("discardDialog.hint")}
        confirmLabel={t("discardDialog.confirm")}
        busy={acts.running === "discard"}
        onConfirm={confirm(acts.discard)}
      />
    </>
  );
}
