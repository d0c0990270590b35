"use client";

import type { CalendarDate } from "@erp/contracts/dates";
import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Avatar } from "@/components/avatar";
import { useToday } from "@/features/attendance/use-today";
import { classNames } from "@/lib/class-names";
import { useDayOfLeave } from "../format/use-day-of-leave";
import type { DayNotes } from "./use-day-notes";

type CalendarDayProps = {
  day: CalendarDate;
  notes: DayNotes;
  isChosen: boolean;
  /** Where the Tab key enters the calendar. */
  isEntry: boolean;
  onPress(): void;
  onEnter(isPressed: boolean): void;
  onClick(isByKey: boolean): void;
  onKeyDown(event: KeyboardEvent): void;
};

/** More faces do not fit into a cell. */
const SHOWN_FACES = 2;

export function CalendarDay({ day, notes, isChosen, isEntry, ...on }: CalendarDayProps) {
  const today = useToday();
  const words = useNoteWords(day, notes);
  const isFree = notes.isWeekend || notes.holiday !== null;
  return (
    <td className="p-0">
      <button
        type="button"
        data-day={day}
        tabIndex={isEntry ? 0 : -1}
        aria-pressed={isChosen}
        aria-label={words}
        title={words}
        onPointerDown={on.onPress}
        onPointerEnter={(event) => on.onEnter(event.buttons === 1)}
        // Clicks of a key have no place on the screen.
        onClick={(event) => on.onClick(event.detail === 0)}
        onKeyDown={on.onKeyDown}
        className={classNames(
          "flex h-16 w-full flex-col items-start gap-0.5 overflow-hidden rounded-small border p-1 text-left text-12 transition-colors duration-120 tablet:p-1.5",
          isChosen ? "border-accent bg-accent-soft" : "border-transparent hover:border-line-strong",
          !isChosen && (isFree ? "bg-transparent" : "bg-hover"),
          day === today && "outline-2 -outline-offset-2 outline-line-strong",
        )}
      >
        <span
          className={classNames(
            "text-13 font-semibold",
            notes.holiday !== null ? "text-no" : notes.isWeekend ? "text-ink-3" : isChosen ? "text-accent" : "text-ink",
          )}
        >
          {Number(day.slice(8))}
        </span>
        {notes.holiday !== null && <span className="w-full truncate text-no max-tablet:hidden">{notes.holiday}</span>}
        {notes.own && <OwnMark isApproved={notes.own.isApproved} />}
        <Faces people={notes.away} />
      </button>
    </td>
  );
}

function OwnMark({ isApproved }: { isApproved: boolean }) {
  const t = useTranslations("leave.calendar");
  return (
    <span
      className={classNames(
        "w-full truncate rounded-[3px] px-1",
        isApproved ? "bg-ok-soft text-ok" : "bg-wait-soft text-wait",
      )}
    >
      {isApproved ? t("ownApproved") : t("ownRequested")}
    </span>
  );
}

/** Faces where there is room for them, on a phone how many. */
function Faces({ people }: { people: DayNotes["away"] }) {
  if (people.length === 0) return null;
  const more = people.length - SHOWN_FACES;
  return (
    <span className="mt-auto flex items-center gap-0.5 text-ink-2">
      {people.slice(0, SHOWN_FACES).map(({ id, name }) => (
        <Avatar key={id} id={id} name={name} size="small" className="size-5! max-tablet:hidden" />
      ))}
      {more > 0 && <span className="max-tablet:hidden">+{more}</span>}
      <UserRound aria-hidden className="size-3.5 tablet:hidden" />
      <span className="tablet:hidden">{people.length}</span>
    </span>
  );
}

/** Everything the cell shows, for who cannot see it and for the mouse. */
function useNoteWords(day: CalendarDate, { holiday, own, away }: DayNotes): string {
  const t = useTranslations("leave.calendar");
  const words = useDayOfLeave();
  const parts = [
    words.day(day),
    ...(holiday === null ? [] : [holiday]),
    ...(own ? [t(own.isApproved ? "ownApproved" : "ownRequested")] : []),
    ...(away.length > 0 ? [t("away", { names: away.map(({ name }) => name).join(", ") })] : []),
  ];
  return parts.join(" · ");
}
