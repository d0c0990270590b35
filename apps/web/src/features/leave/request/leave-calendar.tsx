"use client";

import { addDays, type CalendarDate, type Period } from "@erp/contracts/dates";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { MonthTable } from "@/components/month-table";
import { weeksOf } from "@/lib/month";
import { CalendarDay } from "./calendar-day";
import { isWithin, selectionAfterClick, selectionBetween } from "./selection";
import { useDayNotes } from "./use-day-notes";

type LeaveCalendarProps = {
  month: string;
  selection: Period | null;
  onChoose(days: Period): void;
  onLeaveMonth(direction: 1 | -1): void;
};

/** Days to be chosen by a click, a drag or the arrow keys; holidays, colleagues who are away and one's own leave stand in it. */
export function LeaveCalendar({ month, selection, onChoose, onLeaveMonth }: LeaveCalendarProps) {
  const t = useTranslations("leave.calendar");
  const { notesOf, isReading } = useDayNotes(month);
  const [anchor, setAnchor] = useState<CalendarDate | null>(null);
  /** The day of another month that an arrow key led to, until that month is shown. */
  const awaited = useRef<CalendarDate | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const days = weeksOf(month)
    .flat()
    .filter((day) => day !== null);
  const entry = days.find((day) => isWithin(day, selection)) ?? days[0];

  function begin(day: CalendarDate) {
    setAnchor(day);
  }

  function moveTo(day: CalendarDate, isPressed: boolean) {
    if (isPressed && anchor !== null && day !== anchor) onChoose(selectionBetween(anchor, day));
  }

  /** A press that ended where it began is a click; a drag has chosen already. */
  function click(day: CalendarDate, isByKey: boolean) {
    if (isByKey || anchor === day) onChoose(selectionAfterClick(selection, day));
    setAnchor(null);
  }

  function moveFocus(event: KeyboardEvent, day: CalendarDate) {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = addDays(day, step);
    if (next.startsWith(month)) return focusOn(next);
    awaited.current = next;
    onLeaveMonth(step > 0 ? 1 : -1);
  }

  function focusOn(day: CalendarDate) {
    table.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }

  const focusAwaited = useEffectEvent((shown: string) => {
    if (awaited.current?.startsWith(shown)) focusOn(awaited.current);
    awaited.current = null;
  });
  useEffect(() => focusAwaited(month), [month]);

  return (
    <div aria-busy={isReading}>
      <MonthTable ref={table} month={month} caption={t("caption")} className="touch-pan-y select-none">
        {(day) => (
          <CalendarDay
            day={day}
            notes={notesOf(day)}
            isChosen={isWithin(day, selection)}
            isEntry={day === entry}
            onPress={() => begin(day)}
            onEnter={(isPressed) => moveTo(day, isPressed)}
            onClick={(isByKey) => click(day, isByKey)}
            onKeyDown={(event) => moveFocus(event, day)}
          />
        )}
      </MonthTable>
    </div>
  );
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
