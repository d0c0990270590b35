"use client";

import { type CalendarDate, weekdayOf } from "@erp/contracts/dates";
import type { PersonView } from "@erp/contracts/employees";
import type { DayOff } from "@erp/contracts/leave-requests";
import { keepPreviousData } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useMe } from "@/features/shell/me";
import { trpc } from "@/lib/trpc";
import { daysAway, ownDays } from "../team/team-inputs";

export type DayNotes = {
  /** Its name; null for any other day. */
  holiday: string | null;
  isWeekend: boolean;
  own: DayOff | null;
  away: readonly PersonView[];
};

/** What a calendar says about a day: holiday, one's own leave, colleagues who are away. */
export function useDayNotes(month: string): { notesOf(day: CalendarDate): DayNotes; isReading: boolean } {
  const me = useMe();
  const locale = useLocale();
  const { data: holidays = [], isFetching: isReadingHolidays } = trpc.leave.holidays.useQuery(
    { year: Number(month.slice(0, 4)) },
    { placeholderData: keepPreviousData },
  );
  const { data: self, isFetching: isReadingSelf } = trpc.leave.teamCalendar.useQuery(ownDays(month), {
    placeholderData: keepPreviousData,
  });
  const { data: team, isFetching: isReadingTeam } = trpc.leave.teamCalendar.useQuery(daysAway(month), {
    placeholderData: keepPreviousData,
  });
  const holidayOf = new Map(holidays.map(({ day, name }) => [day, name[locale]]));
  const own = self?.items[0]?.days ?? [];
  const others = (team?.items ?? []).filter(({ person }) => person.id !== me.id);
  const notesOf = (day: CalendarDate): DayNotes => ({
    holiday: holidayOf.get(day) ?? null,
    isWeekend: [0, 6].includes(weekdayOf(day)),
    own: own.find((each) => each.day === day) ?? null,
    away: others.filter(({ days }) => days.some((each) => each.day === day)).map(({ person }) => person),
  });
  return { notesOf, isReading: isReadingHolidays || isReadingSelf || isReadingTeam };
}
