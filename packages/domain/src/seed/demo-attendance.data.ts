import type { CalendarDate } from "@erp/contracts/dates";
import { demoTiles } from "./demo-people.data";

/** How somebody of Hanbit comes to work. `place` in the company makes each a little different. */
export type Habit = {
  place: number;
  /** So many days in all, as far as they were employed. */
  attendedDays: number;
  /** Those with a tile press the button themselves. */
  comesToday: boolean;
};

/** Whom a visitor is most likely to be: one check-in away from a day off. */
const ALMOST_THERE = "haneul.kim";

export function habitOf(login: string, place: number): Habit {
  const comesToday = !demoTiles.includes(login) && place % 7 !== 3;
  return { place, comesToday, attendedDays: login === ALMOST_THERE ? 119 : 96 + ((place * 17) % 60) };
}

/** Sick, travelling, at the dentist: about one day in thirty. */
export function stayedAway({ place }: Habit, day: CalendarDate): boolean {
  return chance(place, day, 1) < 0.03;
}

const HALF_PAST_EIGHT = 8 * 60 + 30;
const SIX_IN_THE_EVENING = 18 * 60;

/** Minutes of the day in Korea: from half past eight on, until some while after six; now and then nobody checks out. */
export function hoursOn({ place }: Habit, day: CalendarDate) {
  const isShort = chance(place, day, 4) < 0.06;
  return {
    fromMinute: HALF_PAST_EIGHT + Math.floor(chance(place, day, 2) * 45),
    toMinute: SIX_IN_THE_EVENING + Math.floor(chance(place, day, 3) * 80) - (isShort ? 240 : 0),
    isForgotten: chance(place, day, 5) < 0.025,
  };
}

/** A number from 0 to 1 that looks random and is always the same for the same person, day and question. */
function chance(place: number, day: CalendarDate, question: number): number {
  let hash = 2166136261;
  for (const letter of `${place} ${day} ${question}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
