"use client";

import type { ApproveManyResult, DocumentCard } from "@erp/contracts/approvals";
import { errorSentence, isErrorCode } from "@erp/contracts/errors";
import { CircleCheck, CircleX, LoaderCircle } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatKrw } from "../format/amount-krw";
import { FormIcon } from "../format/form-icon";
import { OnBehalfPill } from "../format/on-behalf-pill";
import { usePersonWords } from "../format/use-person-words";

type BulkRowProps = { card: DocumentCard; isWorking: boolean; result: ApproveManyResult[number] | null };

/** A document of a bulk approval: first what it is, then how it went. */
export function BulkRow({ card, isWorking, result }: BulkRowProps) {
  const locale = useLocale();
  const { named } = usePersonWords();
  const details = [named(card.requester), card.amountKrw === null ? null : formatKrw(card.amountKrw, locale)];
  return (
    <li className="flex items-center gap-3 py-2.5">
      <FormIcon formCode={card.formCode} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{card.title}</span>
        <span className="block text-13 text-ink-2">{details.filter((part) => part !== null).join(" · ")}</span>
      </span>
      {card.onBehalfOf && !result && <OnBehalfPill principal={card.onBehalfOf} />}
      {isWorking && <LoaderCircle aria-hidden className="size-4 animate-turn text-ink-3" />}
      {result && <RowResult result={result} />}
    </li>
  );
}

function RowResult({ result: { outcome, code } }: { result: ApproveManyResult[number] }) {
  const t = useTranslations("approvals.bulk");
  const locale = useLocale();
  if (outcome === "APPROVED") {
    return (
      <span className="flex shrink-0 items-center gap-1 text-13 font-semibold text-ok">
        <CircleCheck aria-hidden className="size-4" />
        {t("done")}
      </span>
    );
  }
  return (
    <span className="flex max-w-[50%] items-start gap-1 text-13 text-no">
      <CircleX aria-hidden className="mt-0.5 size-4 shrink-0" />
      {errorSentence(code !== null && isErrorCode(code) ? code : "request.unavailable", locale)}
    </span>
  );
}
