"use client";

import { errorSentence, isErrorCode } from "@erp/contracts/errors";
import type { ChargedDay, ChargePreview } from "@erp/contracts/leave-requests";
import { CircleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/lib/class-names";
import { useDayOfLeave } from "../format/use-day-of-leave";
import { useLeaveWords } from "../format/use-leave-words";

type ChargePanelProps = { charge: ChargePreview; dayMinutes: number; isOutdated: boolean };

/** What the choice costs, day by day, and what is left then; or why it cannot be asked for. */
export function ChargePanel({ charge, dayMinutes, isOutdated }: ChargePanelProps) {
  const t = useTranslations("leave.charge");
  const { leaveWords } = useLeaveWords();
  const { leaveMinutes, availableMinutes, days } = charge;
  const left = availableMinutes - leaveMinutes;
  return (
    <section
      aria-label={t("title")}
      aria-busy={isOutdated}
      className={classNames("grid gap-3 transition-opacity duration-120", isOutdated && "opacity-60")}
    >
      <p aria-live="polite" className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <b className="text-20 font-bold">{t("charged", { words: leaveWords(leaveMinutes, dayMinutes) })}</b>
        {left >= 0 && <span className="text-ink-2">{t("left", { words: leaveWords(left, dayMinutes) })}</span>}
      </p>
      <Refusal charge={charge} />
      <ul className="grid max-h-56 gap-1 overflow-y-auto">
        {days.map((each) => (
          <DayLine key={each.day} charged={each} dayMinutes={dayMinutes} />
        ))}
      </ul>
    </section>
  );
}

function Refusal({ charge: { refusal } }: { charge: ChargePreview }) {
  const locale = useLocale();
  const { day } = useDayOfLeave();
  if (refusal === null || !isErrorCode(refusal.code)) return null;
  return (
    <p role="alert" className="flex items-start gap-1.5 rounded-control bg-no-soft px-3 py-2 text-13 text-no">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {errorSentence(refusal.code, locale, refusal.day === null ? {} : { day: day(refusal.day) })}
    </p>
  );
}

function DayLine({ charged: { day, kind, leaveMinutes }, dayMinutes }: { charged: ChargedDay; dayMinutes: number }) {
  const t = useTranslations("leave.charge");
  const words = useDayOfLeave();
  const { leaveWords } = useLeaveWords();
  const isCharged = kind === "CHARGED";
  return (
    <li className={classNames("flex justify-between gap-3 text-13", isCharged ? "text-ink" : "text-ink-3")}>
      <span>{words.day(day)}</span>
      <span>{isCharged ? leaveWords(leaveMinutes, dayMinutes) : t(kind)}</span>
    </li>
  );
}
