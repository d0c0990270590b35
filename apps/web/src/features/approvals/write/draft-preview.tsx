"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/dialog";
import { useMe } from "@/features/shell/me";
import { DocumentFiles } from "../document/document-files";
import { DocumentPaper, type PaperContent } from "../document/document-paper";
import { savedValues, type WrittenForm } from "./draft-content";
import type { PreviewedDraft } from "./use-draft-preview";

type DraftPreviewProps = { draft: PreviewedDraft; template: WrittenForm; onClose(): void };

/** The draft as the paper its approvers will see. */
export function DraftPreview({ draft, template, onClose }: DraftPreviewProps) {
  const t = useTranslations("approvals.write");
  const me = useMe();
  const { title, values, line, references, readers, files } = draft.content;
  const content: PaperContent = {
    form: template,
    number: null,
    title,
    status: "DRAFT",
    values: savedValues(values),
    requester: me,
    submittedAt: null,
    line: line.map(({ kind, quorum, dueInDays, approvers }) => ({
      kind,
      quorum,
      dueInDays,
      dueAt: null,
      state: "PENDING",
      approvers: approvers.map((person) => ({
        person,
        decision: null,
        decidedAt: null,
        comment: null,
        substitute: null,
        escalatedTo: null,
      })),
    })),
    references,
    readers,
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("previewTitle")} width="wide">
      <DocumentPaper content={content} readerId={me.id}>
        {draft.keptAs && <DocumentFiles documentId={draft.keptAs} files={files} />}
      </DocumentPaper>
    </Dialog>
  );
}
