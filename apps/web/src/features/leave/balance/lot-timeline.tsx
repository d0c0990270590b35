"use client";

import type { CalendarDate } from "@erp/contracts/dates";
import type { LeaveBalance, LotKind, LotView } from "@erp/contracts/leave";
import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/lib/class-names";
import { useDayOfLeave } from "../format/use-day-of-leave";
import { useLeaveWords } from "../format/use-leave-words";
import { daysUntil, isEndingSoon, shareOfTime } from "./lot-time";

/** As in the dashboard's bar: one colour a kind, beside its name. */
export const lotGrounds: Record<LotKind, string> = {
  STATUTORY: "bg-accent",
  ATTENDANCE: "bg-ok",
  QUEST: "bg-info",
  ADJUSTMENT: "bg-ink-3",
};

/** Every lot that something is left of, as a bar from the day of the balance to its last day; what ends first is used first. */
export function LotTimeline({ balance: { lots, on, dayMinutes } }: { balance: LeaveBalance }) {
  const t = useTranslations("leave.lots");
  if (lots.length === 0) return <p className="self-center text-ink-2">{t("none")}</p>;
  // Earliest end first.
  const last = lots.at(-1)?.expiresOn ?? on;
  return (
    <section aria-label={t("title")} className="grid content-start gap-3">
      <p className="text-12 text-ink-3">{t("order")}</p>
      <ul className="grid gap-3">
        {lots.map((lot) => (
          <LotBar key={lot.key} lot={lot} on={on} last={last} dayMinutes={dayMinutes} />
        ))}
      </ul>
    </section>
  );
}

type LotBarProps = { lot: LotView; on: CalendarDate; last: CalendarDate; dayMinutes: number };

function LotBar({ lot: { kind, leaveMinutes, expiresOn }, on, last, dayMinutes }: LotBarProps) {
  const t = useTranslations("leave.lots");
  const { leaveWords } = useLeaveWords();
  const { fullDay } = useDayOfLeave();
  const isEnding = isEndingSoon(on, expiresOn);
  return (
    <li className="grid gap-1">
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span>
          <span aria-hidden className={classNames("mr-1.5 inline-block size-2 rounded-[2px]", lotGrounds[kind])} />
          {t(`kind.${kind}`)} <b className="font-semibold">{leaveWords(leaveMinutes, dayMinutes)}</b>
        </span>
        <span className={classNames("flex items-center gap-1 text-12", isEnding ? "text-wait" : "text-ink-3")}>
          {isEnding && <Hourglass aria-hidden className="size-3.5" />}
          {t("until", { day: fullDay(expiresOn), days: daysUntil(on, expiresOn) })}
        </span>
      </span>
      <span aria-hidden className="block h-2 rounded-full bg-hover">
        <span
          className={classNames("block h-2 rounded-full", lotGrounds[kind])}
          style={{ width: `${shareOfTime(on, expiresOn, last)}%` }}
        />
      </span>
    </li>
  );
}
