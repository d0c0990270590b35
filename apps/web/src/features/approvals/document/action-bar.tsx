"use client";

import type { DocumentAction, DocumentView } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";
import { Copy, PenLine, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/button";
import { Kbd } from "@/components/kbd";
import { draftAddress } from "../write/draft-address";
import type { DocumentDialog } from "./document-dialogs";
import { Refusal } from "./refusal";
import { ReviseButton } from "./revise-button";
import type { DocumentActs } from "./use-document-acts";
import { useNextSentence } from "./use-next-sentence";

type ActionBarProps = {
  document: DocumentView;
  readerId: EmployeeId;
  acts: DocumentActs;
  onAsk(dialog: DocumentDialog): void;
  onComment(): void;
};

/** What the reader may do now, and what will happen then. Stays in sight at the bottom of the document. */
export function ActionBar({ document, readerId, acts, onAsk, onComment }: ActionBarProps) {
  const sentence = useNextSentence(document, readerId);
  return (
    <div className="sticky bottom-[calc(64px+env(safe-area-inset-bottom))] z-10 flex flex-wrap tablet:bottom-0 items-center gap-x-4 gap-y-2 border-t border-line bg-raised px-4 py-3 tablet:px-5.5 print:hidden">
      <p className="min-w-40 flex-1 text-13 text-ink-2">{sentence}</p>
      <Refusal sentence={acts.refusal} className="order-first basis-full" />
      <ActionButtons document={document} acts={acts} onAsk={onAsk} onComment={onComment} />
    </div>
  );
}

function ActionButtons({ document, acts, onAsk, onComment }: Omit<ActionBarProps, "readerId">) {
  const t = useTranslations("approvals.actions");
  const allows = (action: DocumentAction) => document.allowedActions.includes(action);
  const { running } = acts;
  return (
    <div className="flex flex-wrap items-center gap-2 max-tablet:w-full max-tablet:[&>*]:flex-1">
      {document.status !== "DRAFT" && (
        <Button look="quiet" className="max-tablet:hidden" onClick={() => window.print()}>
          <Printer aria-hidden />
          {t("print")}
        </Button>
      )}
      {allows("copy") && (
        <ButtonLink look="quiet" href={`/approvals/new?copy=${document.id}`}>
          <Copy aria-hidden />
          {t("copy")}
        </ButtonLink>
      )}
      {allows("comment") && (
        <Button onClick={onComment}>
          {t("comment")}
          <KeyHint>C</KeyHint>
        </Button>
      )}
      {allows("discard") && (
        <Button look="danger" onClick={() => onAsk("discard")}>
          {t("discard")}
        </Button>
      )}
      {allows("withdraw") && (
        <Button look="danger" onClick={() => onAsk("withdraw")}>
          {t("withdraw")}
        </Button>
      )}
      {allows("revise") && <ReviseButton documentId={document.id} />}
      {allows("edit") && (
        <ButtonLink look="primary" href={draftAddress(document.id)}>
          <PenLine aria-hidden />
          {t("edit")}
        </ButtonLink>
      )}
      {allows("reject") && (
        <Button look="danger" busy={running === "reject"} onClick={() => onAsk("reject")}>
          {t("reject")}
          <KeyHint>R</KeyHint>
        </Button>
      )}
      {allows("approve") && (
        <Button look="primary" busy={running === "approve"} onClick={() => void acts.approve()}>
          {running === "approve" ? t("approving") : t("approve")}
          <KeyHint>A</KeyHint>
        </Button>
      )}
    </div>
  );
}

/** Keys are for keyboards: on a phone there is none to hint at. */
function KeyHint({ children }: { children: string }) {
  return (
    <span aria-hidden className="max-tablet:hidden">
      <Kbd className="opacity-70">{children}</Kbd>
    </span>
  );
}
