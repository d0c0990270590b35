import type { CalendarDate } from "@erp/contracts/dates";
import type { DocumentId } from "@erp/contracts/ids";
import { DomainError } from "../errors";
import { type LeaveSlice, minutesOfSlices } from "./leave.charge.rules";
import { type Account, type Lot, type LotSpec, lapse, openLot, post, takeOwed } from "./leave.ledger.rules";

/** A HOLD or USE entry that nothing has ended yet. */
export type OpenEntry = { id: string; lotKey: string; requestId: DocumentId; leaveDay: CalendarDate; minutes: number };

/**
 * Holds the minutes of a request, day by day, earliest expiry first; only lots that can be taken on the day count.
 * Throws `leave.insufficient-balance` when they do not suffice.
 */
export function hold(account: Account, requestId: DocumentId, slices: readonly LeaveSlice[]): Account {
  return slices.reduce((each, slice) => holdSlice(each, requestId, slice), account);
}

/** The request ended without leave: what was held comes back, each hold once, and goes where the lot owes it. */
export function release(account: Account, holds: readonly OpenEntry[], reason: string | null = null): Account {
  return lapse(takeOwed(holds.reduce((each, held) => end(each, held, "RELEASE", reason), account)));
}

/** The request was approved: every hold ends in a use of the same minutes. Days cannot be missing, because they were held. */
export function settle(account: Account, holds: readonly OpenEntry[]): Account {
  return holds.reduce((each, held) => {
    const { lotKey, requestId, leaveDay, minutes } = held;
    return post(end(each, held, "RELEASE", null), { kind: "USE", lotKey, requestId, leaveDay, minutes });
  }, account);
}

/** Approved leave was cancelled: the minutes go back to the lots they came from, which may owe them or have ended. */
export function giveBack(account: Account, uses: readonly OpenEntry[], reason: string | null): Account {
  return lapse(takeOwed(uses.reduce((each, used) => end(each, used, "REVERSE", reason), account)));
}

/**
 * Adds or takes minutes by a person's decision. Throws `leave.insufficient-balance` rather than fall below zero,
 * `leave.expiry-past` when what is added could never be taken.
 */
export function adjust(account: Account, spec: LotSpec, minutes: number, reason: string): Account {
  if (minutes > 0 && spec.expiresOn < account.today) throw new DomainError("leave.expiry-past");
  if (minutes > 0) return post(openLot(account, spec), { lotKey: spec.key, kind: "ADJUST", minutes, reason });
  const taken = take(usableLots(account, account.today), -minutes);
  return taken.reduce((each, part) => post(each, { ...part, minutes: -part.minutes, kind: "ADJUST", reason }), account);
}

function holdSlice(account: Account, requestId: DocumentId, slice: LeaveSlice): Account {
  const taken = take(usableLots(account, slice.day), minutesOfSlices([slice]));
  return taken.reduce((each, { lotKey, minutes }) => {
    return post(each, { lotKey, kind: "HOLD", minutes: -minutes, requestId, leaveDay: slice.day });
  }, account);
}

function end(
  account: Account,
  { id, lotKey, requestId, leaveDay, minutes }: OpenEntry,
  kind: "RELEASE" | "REVERSE",
  reason: string | null,
): Account {
  return post(account, { kind, lotKey, requestId, leaveDay, minutes: -minutes, endsEntryId: id, reason });
}

/** Lots that have not ended and can be taken on this day; the one that ends first comes first. */
function usableLots(account: Account, day: CalendarDate): Lot[] {
  const usable = [...account.lots.values()].filter(
    (lot) => lot.minutes > 0 && lot.expiresOn >= account.today && lot.startsOn <= day && day <= lot.expiresOn,
  );
  return usable.sort(
    (one, other) =>
      compare(one.expiresOn, other.expiresOn) || compare(one.startsOn, other.startsOn) || compare(one.key, other.key),
  );
}

function take(lots: readonly Lot[], minutes: number): { lotKey: string; minutes: number }[] {
  const parts: { lotKey: string; minutes: number }[] = [];
  let missing = minutes;
  for (const lot of lots) {
    if (missing === 0) break;
    const part = Math.min(lot.minutes, missing);
    parts.push({ lotKey: lot.key, minutes: part });
    missing -= part;
  }
  if (missing > 0) throw new DomainError("leave.insufficient-balance");
  return parts;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
