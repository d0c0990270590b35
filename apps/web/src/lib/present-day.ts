import "server-only";
import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import { serverBridge } from "./server-bridge";

/** The civil day in Korea, for server components; as the API sees it. */
export function presentDay(): CalendarDate {
  return koreanDate(new Date(Date.now() + serverBridge().clockAheadMs()));
}

/** "2026-11" */
export function presentMonth(): string {
  return presentDay().slice(0, 7);
}
