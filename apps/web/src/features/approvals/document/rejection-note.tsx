"use client";

import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePersonWords } from "../format/use-person-words";
import type { SealLineOwner } from "./seal-boxes";

/** Why a document came back, right under its head: the first thing its requester wants to know. */
export function RejectionNote({ content }: { content: SealLineOwner }) {
  const t = useTranslations("approvals.document.line");
  const { named } = usePersonWords();
  const rejection = content.line.flatMap(({ approvers }) => approvers).find(({ decision }) => decision === "REJECTED");
  if (rejection === undefined) return null;
  return (
    <p className="mt-4 flex gap-2 rounded-control bg-no-soft px-3 py-2.5 text-no">
      <CircleX aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        <span className="font-semibold">
          {t("reason")} · {named(rejection.substitute ?? rejection.person)}
        </span>
        <span className="block whitespace-pre-wrap text-ink">{rejection.comment}</span>
      </span>
    </p>
  );
}
