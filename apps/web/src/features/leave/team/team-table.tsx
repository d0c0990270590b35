"use client";

import { type CalendarDate, startOfKoreanDay, weekdayOf } from "@erp/contracts/dates";
import type { Holiday } from "@erp/contracts/holidays";
import type { ColleagueOff, DayOff, DayPart } from "@erp/contracts/leave-requests";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Avatar } from "@/components/avatar";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { useToday } from "@/features/attendance/use-today";
import { classNames } from "@/lib/class-names";
import { weeksOf } from "@/lib/month";

type TeamTableProps = { month: string; team: readonly ColleagueOff[]; holidays: readonly Holiday[] };

/** Rows of people, columns of days; on a small screen the days scroll under the names. */
export function TeamTable({ month, team, holidays }: TeamTableProps) {
  const t = useTranslations("leave.team");
  const days = weeksOf(month)
    .flat()
    .filter((day) => day !== null);
  const free = new Map(holidays.map((holiday) => [holiday.day, holiday]));
  const place = useTodayInView(month);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section ref={place} tabIndex={0} aria-label={t("table")} className="overflow-x-auto rounded-small">
      <table className="w-full border-collapse">
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 bg-surface pr-3 text-left text-12 font-normal text-ink-3 tablet:min-w-36"
            >
              {t("person")}
            </th>
            {days.map((day) => (
              <DayHead key={day} day={day} holiday={free.get(day)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {team.map((each) => (
            <TeamRow key={each.person.id} colleague={each} days={days} isFree={(day) => free.has(day)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where the days scroll, the month is entered at today and not at its first. */
function useTodayInView(month: string) {
  const place = useRef<HTMLElement>(null);
  const today = useToday();
  useEffect(() => {
    const head = place.current?.querySelector<HTMLElement>(`th[data-day="${today}"]`);
    const names = place.current?.querySelector<HTMLElement>("th");
    if (!place.current || !names) return;
    place.current.scrollLeft =
      head && today.startsWith(month) ? head.offsetLeft - names.offsetWidth - head.offsetWidth : 0;
  }, [month, today]);
  return place;
}

function DayHead({ day, holiday }: { day: CalendarDate; holiday: Holiday | undefined }) {
  const format = useFormatter();
  const locale = useLocale();
  const today = useToday();
  const isRed = holiday !== undefined || weekdayOf(day) === 0;
  return (
    <th
      scope="col"
      data-day={day}
      title={holiday?.name[locale]}
      className={classNames(
        "min-w-7 pb-1 text-center text-12 font-normal",
        isRed ? "text-no" : "text-ink-3",
        day === today && "font-bold underline underline-offset-4",
      )}
    >
      <span className="block">{format.dateTime(startOfKoreanDay(day), { weekday: "narrow" })}</span>
      {Number(day.slice(8))}
      {holiday && <span className="sr-only"> {holiday.name[locale]}</span>}
    </th>
  );
}

type TeamRowProps = { colleague: ColleagueOff; days: readonly CalendarDate[]; isFree(day: CalendarDate): boolean };

function TeamRow({ colleague: { person, days: away }, days, isFree }: TeamRowProps) {
  const { named } = usePersonWords();
  return (
    <tr className="border-t border-line">
      <th scope="row" className="sticky left-0 z-10 bg-surface py-1.5 pr-3 text-left font-normal">
        <Link href={`/people/${person.id}`} className="flex items-center gap-2 rounded-small hover:underline">
          <Avatar id={person.id} name={person.name} size="small" />
          {/* On a phone the days need the place: of a long rank the beginning is enough. */}
          <span className="max-w-20 truncate tablet:max-w-none">{named(person)}</span>
        </Link>
      </th>
      {days.map((day) => (
        <td
          key={day}
          className={classNames("p-0.5 text-center", (isFree(day) || [0, 6].includes(weekdayOf(day))) && "bg-hover")}
        >
          <Mark off={away.find((each) => each.day === day)} />
        </td>
      ))}
    </tr>
  );
}

/** A morning fills the upper half, an afternoon the lower; some hours a part of it. */
const shapes: Record<DayPart, string> = {
  FULL: "h-6",
  AM: "mb-3 h-3",
  PM: "mt-3 h-3",
  PART: "my-1.5 h-3 w-1/2",
};

function Mark({ off }: { off: DayOff | undefined }) {
  const t = useTranslations("leave.team");
  if (off === undefined) return null;
  const words = t("mark", { part: t(`part.${off.part}`), state: off.isApproved ? t("approved") : t("requested") });
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className={classNames(
        "mx-auto block rounded-[3px]",
        shapes[off.part],
        off.isApproved ? "bg-ok" : "border-2 border-dashed border-wait",
      )}
    />
  );
}
