"use client";

import type { AttendanceDay, AttendanceToday } from "@erp/contracts/attendance";
import { CircleCheck, LogIn, LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type Ref, useEffect, useRef } from "react";
import { Button } from "@/components/button";
import type { useAttendanceActs } from "./use-attendance-acts";
import { useDayWords } from "./use-day-words";

type Acts = ReturnType<typeof useAttendanceActs>;

/** What can be done now: come in, go home, or nothing any more. A refusal stands below in words. */
export function TodayActs({ today, acts }: { today: AttendanceToday; acts: Acts }) {
  const { attendance, openYesterday } = today;
  return (
    <div className="grid gap-2">
      {openYesterday && <OpenYesterday acts={acts} />}
      {attendance === null ? <CheckIn acts={acts} /> : <Present attendance={attendance} acts={acts} />}
      <p role="alert" className="text-13 text-no empty:hidden">
        {acts.refusal}
      </p>
    </div>
  );
}

function CheckIn({ acts: { checkIn } }: { acts: Acts }) {
  const t = useTranslations("attendance");
  return (
    <Button look="primary" size="large" className="w-full" busy={checkIn.isPending} onClick={() => checkIn.mutate()}>
      <LogIn aria-hidden />
      {t("checkIn")}
    </Button>
  );
}

function Present({ attendance, acts }: { attendance: AttendanceDay; acts: Acts }) {
  const t = useTranslations("attendance");
  const { time, hours } = useDayWords();
  const { checkedInAt, checkedOutAt, workedMinutes } = attendance;
  const place = useFocusAfter(acts.hasActed, checkedOutAt !== null);
  if (checkedOutAt === null)
    return (
      <Row ref={place} words={t("since", { time: time(checkedInAt) })}>
        <CheckOut acts={acts} />
      </Row>
    );
  const period = t("period", { from: time(checkedInAt), to: time(checkedOutAt) });
  return (
    <Row ref={place} words={`${period} · ${hours(workedMinutes ?? 0)}`}>
      {t("done")}
    </Row>
  );
}

/** The button that was pressed is gone: what took its place gets the focus, or a keyboard would begin the page anew. */
function useFocusAfter(hasActed: boolean, isOver: boolean) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going home takes the button away, too
  useEffect(() => {
    if (hasActed && document.activeElement === document.body) place.current?.focus();
  }, [hasActed, isOver]);
  return place;
}

/** Somebody who works past midnight still goes home from yesterday. */
function OpenYesterday({ acts }: { acts: Acts }) {
  const t = useTranslations("attendance");
  return (
    <Row words={t("openYesterday")}>
      <CheckOut acts={acts} />
    </Row>
  );
}

function CheckOut({ acts: { checkIn, checkOut } }: { acts: Acts }) {
  const t = useTranslations("attendance");
  return (
    <Button
      size="large"
      busy={checkOut.isPending || checkIn.isPending}
      // The second click of a double click was meant for the button that stood here before.
      onClick={({ detail }) => detail <= 1 && checkOut.mutate()}
    >
      <LogOut aria-hidden />
      {t("checkOut")}
    </Button>
  );
}

function Row({ words, children, ref }: { words: string; children: ReactNode; ref?: Ref<HTMLDivElement> }) {
  return (
    <div ref={ref} tabIndex={-1} className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 gap-y-2">
      <span className="flex items-center gap-1.5 font-semibold">
        <CircleCheck aria-hidden className="size-4.5 shrink-0 text-ok" />
        {words}
      </span>
      <span className="text-ink-2">{children}</span>
    </div>
  );
}
