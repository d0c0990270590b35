"use client";

import type { FormCode } from "@erp/contracts/approval-forms";
import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { Dialog } from "@/components/dialog";
import { useMe } from "@/features/shell/me";
import { DocumentPaper, type PaperContent } from "../document/document-paper";
import { type DraftContent, savedValues } from "./draft-content";

type DraftPreviewProps = { isOpen: boolean; onClose(): void; formCode: FormCode; form: UseFormReturn<DraftContent> };

/** The draft as the paper its approvers will see. */
export function DraftPreview({ isOpen, onClose, formCode, form }: DraftPreviewProps) {
  const t = useTranslations("approvals.write");
  const me = useMe();
  const { title, values, line, references, readers } = form.getValues();
  const content: PaperContent = {
    formCode,
    number: null,
    title,
    status: "DRAFT",
    values: savedValues(values),
    requester: me,
    submittedAt: null,
    line: line.map(({ kind, quorum, approvers }) => ({
      kind,
      quorum,
      state: "PENDING",
      approvers: approvers.map((person) => ({ person, decision: null, decidedAt: null, comment: null })),
    })),
    references,
    readers,
  };
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()} title={t("previewTitle")} width="wide">
      <DocumentPaper content={content} readerId={me.id} />
    </Dialog>
  );
}
