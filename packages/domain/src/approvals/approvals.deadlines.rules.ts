import { addDays, type CalendarDate, koreanDate, startOfKoreanDay, weekdayOf } from "@erp/contracts/dates";
import type { DocumentState, StoredStep } from "@erp/db/mongo/models/approval-document";

const HOUR_MS = 60 * 60 * 1000;
/** Hours in Korea: a step is due when the working day ends; whoever is asked is reminded when that day begins. */
const REMINDER_HOUR = 9;
const DUE_HOUR = 18;

const [SATURDAY, SUNDAY] = [6, 0];

export type Holidays = ReadonlySet<CalendarDate>;
export const noHolidays: Holidays = new Set();

/** So many calendar days after the day the step opens. Nobody is late on a weekend or holiday: it is due on the next workday. */
export function dueAfter(openedAt: Date, days: number, holidays: Holidays): Date {
  let day = addDays(koreanDate(openedAt), days);
  while (isOff(day, holidays)) day = addDays(day, 1);
  return new Date(startOfKoreanDay(day).getTime() + DUE_HOUR * HOUR_MS);
}

function isOff(day: CalendarDate, holidays: Holidays): boolean {
  const weekday = weekdayOf(day);
  return weekday === SATURDAY || weekday === SUNDAY || holidays.has(day);
}

/** On the morning of the day it is due. */
export function reminderBefore(dueAt: Date): Date {
  return new Date(startOfKoreanDay(koreanDate(dueAt)).getTime() + REMINDER_HOUR * HOUR_MS);
}

/** The step's own time begins when it opens, so a slow step before it takes nothing from it. */
export function withDueAt(step: StoredStep, openedAt: Date, holidays: Holidays): StoredStep {
  return step.dueInDays === undefined ? step : { ...step, dueAt: dueAfter(openedAt, step.dueInDays, holidays) };
}

/** What a step that has just opened waits for first; null without a deadline. */
export function firstDeadlineOf({ dueAt }: Pick<StoredStep, "dueAt">): Date | null {
  return dueAt === undefined ? null : reminderBefore(dueAt);
}

export type DeadlineCall = { move: "remind" | "escalate"; step: number; dueAt: Date };

/**
 * What the open step's deadline asks for now, or null; `step` counts from 0. Once it has passed, a reminder that was
 * missed is not made up for.
 */
export function deadlineCall(
  { status, line, nextDeadlineAt }: Pick<DocumentState, "status" | "line" | "nextDeadlineAt">,
  now: Date,
): DeadlineCall | null {
  const step = line.findIndex(({ state }) => state === "OPEN");
  const dueAt = line[step]?.dueAt;
  if (status !== "IN_PROGRESS" || !dueAt || !nextDeadlineAt || nextDeadlineAt > now) return null;
  return { move: dueAt <= now ? "escalate" : "remind", step, dueAt };
}
