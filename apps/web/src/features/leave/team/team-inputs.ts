import type { TeamCalendarInput } from "@erp/contracts/leave-requests";
import { daysOfMonth } from "../month-period";

type Input = Pick<TeamCalendarInput, "from" | "to" | "who" | "limit">;

/** All of most teams at once; of a larger one the first page. Said where it is asked for and where it is prefetched. */
const FIRST_PAGE = 50;
/** More colleagues than a day's note has room for. */
const NOTED = 100;

export function wholeTeam(month: string, isAwayOnly = false): Input {
  return { ...daysOfMonth(month), who: isAwayOnly ? "AWAY" : "ALL", limit: FIRST_PAGE };
}

export function daysAway(month: string): Input {
  return { ...daysOfMonth(month), who: "AWAY", limit: NOTED };
}

export function ownDays(month: string): Input {
  return { ...daysOfMonth(month), who: "SELF", limit: 1 };
}
