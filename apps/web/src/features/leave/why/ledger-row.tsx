"use client";

import { documentPath } from "@erp/contracts/approvals";
import type { LedgerEntryView } from "@erp/contracts/leave";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { classNames } from "@/lib/class-names";
import { lotGrounds } from "../balance/lot-timeline";
import { useDayOfLeave } from "../format/use-day-of-leave";
import { useLeaveWords } from "../format/use-leave-words";

/** One change of the balance. On a phone its cells stand below each other. */
export function LedgerRow({ entry, dayMinutes }: { entry: LedgerEntryView; dayMinutes: number | undefined }) {
  const t = useTranslations("leave.ledger");
  const { fullDay } = useDayOfLeave();
  const { leaveWords, changeWords } = useLeaveWords();
  const { named } = usePersonWords();
  const { effectiveOn, minutes, balanceMinutes, actor } = entry;
  return (
    <tr className="border-b border-line last:border-b-0 max-tablet:grid max-tablet:grid-cols-[1fr_auto] max-tablet:gap-x-3 max-tablet:py-2.5 tablet:[&>td]:py-2.5 tablet:[&>td]:pr-4 tablet:[&>td]:align-top">
      <td className="whitespace-nowrap text-ink-2 max-tablet:text-12">{fullDay(effectiveOn)}</td>
      <td className="max-tablet:col-span-2 max-tablet:row-start-2">
        <What entry={entry} />
      </td>
      <td className="whitespace-nowrap text-ink-2 max-tablet:row-start-3 max-tablet:text-12">
        {actor ? named(actor) : t("system")}
      </td>
      <td className={classNames("text-right font-semibold whitespace-nowrap", minutes > 0 ? "text-ok" : "text-ink")}>
        {changeWords(minutes, dayMinutes)}
      </td>
      <td className="pr-0! text-right whitespace-nowrap text-ink-2 max-tablet:row-start-3 max-tablet:text-12">
        <span className="tablet:hidden">{t("balance")} </span>
        {leaveWords(balanceMinutes, dayMinutes)}
      </td>
    </tr>
  );
}

/** What happened, to which lot, by which rule, and the document or the reason behind it. */
function What({ entry: { kind, lot, leaveDay, requestId, reason } }: { entry: LedgerEntryView }) {
  const t = useTranslations("leave");
  const { day, fullDay } = useDayOfLeave();
  const until = t("ledger.lotUntil", { kind: t(`lots.kind.${lot.kind}`), day: fullDay(lot.expiresOn) });
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2">
        <b className="font-semibold">{t(`ledger.kind.${kind}`)}</b>
        {leaveDay && <span>{t("ledger.forDay", { day: day(leaveDay) })}</span>}
        {requestId && (
          <Link href={documentPath(requestId)} className="rounded-small text-accent underline-offset-4 hover:underline">
            {t("ledger.document")}
          </Link>
        )}
      </span>
      <span className="block text-12 text-ink-3">
        <span aria-hidden className={classNames("mr-1.5 inline-block size-2 rounded-[2px]", lotGrounds[lot.kind])} />
        {[until, t(`ledger.rule.${lot.rule}`)].join(" · ")}
      </span>
      {reason && <span className="block text-13 text-ink-2">{t("ledger.reason", { reason })}</span>}
    </>
  );
}
