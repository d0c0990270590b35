"use client";

import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import { usePresent } from "@/lib/present";

const EVERY_MINUTE_MS = 60_000;

/** The civil day in Korea; a page that stays open past midnight follows. */
export function useToday(): CalendarDate {
  return koreanDate(usePresent(EVERY_MINUTE_MS));
}
