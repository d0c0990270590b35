import { addDays, type CalendarDate } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import type { LeaveRule, LedgerKind, LotKind } from "@erp/contracts/leave";

/** What a lot is granted for and how long it can be taken; its key makes a second grant impossible. */
export type LotSpec = {
  key: string;
  kind: LotKind;
  rule: LeaveRule;
  startsOn: CalendarDate;
  expiresOn: CalendarDate;
  /** The week that a statutory lot from before the history of weekly hours is judged by; null for all others. */
  weeklyMinutes: number | null;
};

export type Lot = LotSpec & {
  /** The sum of its entries: what can still be taken from it. */
  minutes: number;
  /** What grants and their reversals add up to: what the person was entitled to. */
  grantedMinutes: number;
  /** How many entries it has. */
  entries: number;
  /** What was granted wrongly and could not be taken back, being held or spent; none while the lot has minutes. */
  owedMinutes: number;
};

export type LedgerDraft = {
  lotKey: string;
  lotEntry: number;
  kind: LedgerKind;
  minutes: number;
  effectiveOn: CalendarDate;
  requestId: DocumentId | null;
  leaveDay: CalendarDate | null;
  endsEntryId: string | null;
  reason: string | null;
};

/**
 * Somebody's leave as the rules see it, read under the account's lock. The rules return a new account; what they added
 * waits in `newLots`, `newEntries` and, by lot, `newOwed` to be stored.
 */
export type Account = {
  employeeId: EmployeeId;
  today: CalendarDate;
  lots: ReadonlyMap<string, Lot>;
  newLots: readonly LotSpec[];
  newEntries: readonly LedgerDraft[];
  newOwed: ReadonlyMap<string, number>;
};

export function emptyAccount(employeeId: EmployeeId, today: CalendarDate): Account {
  return { employeeId, today, lots: new Map(), newLots: [], newEntries: [], newOwed: new Map() };
}

type Posting = Pick<LedgerDraft, "lotKey" | "kind" | "minutes"> & Partial<LedgerDraft>;

/** Adds an entry to its lot. Entries of no minutes are none. */
export function post(account: Account, posting: Posting): Account {
  if (posting.minutes === 0) return account;
  const lot = lotOf(account, posting.lotKey);
  const entry: LedgerDraft = {
    effectiveOn: account.today,
    requestId: null,
    leaveDay: null,
    endsEntryId: null,
    reason: null,
    ...posting,
    lotEntry: lot.entries + 1,
  };
  const grants = isOfGrant(entry) ? entry.minutes : 0;
  const changed: Lot = {
    ...lot,
    minutes: lot.minutes + entry.minutes,
    grantedMinutes: lot.grantedMinutes + grants,
    entries: entry.lotEntry,
  };
  return { ...account, lots: new Map(account.lots).set(lot.key, changed), newEntries: [...account.newEntries, entry] };
}

export function openLot(account: Account, spec: LotSpec): Account {
  const lot: Lot = { ...spec, minutes: 0, grantedMinutes: 0, entries: 0, owedMinutes: 0 };
  return { ...account, lots: new Map(account.lots).set(spec.key, lot), newLots: [...account.newLots, spec] };
}

/**
 * Brings what a lot grants to `minutes`, whatever it was before: a first grant, a supplement, or a reversal. What was
 * spent or is held is not taken back, because no balance falls below zero; the lot owes it, and gives it up when it comes back.
 * It is not granted again either.
 */
export function entitle(account: Account, spec: LotSpec, minutes: number, reason: string | null = null): Account {
  const known = account.lots.get(spec.key);
  if (!known && minutes === 0) return account;
  const opened = known ? account : openLot(account, spec);
  const lot = lotOf(opened, spec.key);
  const missing = minutes - lot.grantedMinutes;
  if (missing > 0) {
    const effectiveOn = lot.entries === 0 ? lot.startsOn : account.today;
    return post(owe(opened, lot.key, 0), { lotKey: lot.key, kind: "GRANT", minutes: missing, effectiveOn, reason });
  }
  return takeOwed(owe(opened, lot.key, -missing), reason);
}

/** What lots owe goes, as far as it has come back. */
export function takeOwed(account: Account, reason: string | null = null): Account {
  const owing = [...account.lots.values()].filter((lot) => lot.owedMinutes > 0 && lot.minutes > 0);
  return owing.reduce((each, lot) => {
    const minutes = Math.min(lot.owedMinutes, lot.minutes);
    const taken = post(each, { lotKey: lot.key, kind: "REVERSE", minutes: -minutes, reason });
    return owe(taken, lot.key, lot.owedMinutes - minutes);
  }, account);
}

function owe(account: Account, lotKey: string, owedMinutes: number): Account {
  const lot = lotOf(account, lotKey);
  if (lot.owedMinutes === owedMinutes) return account;
  return {
    ...account,
    lots: new Map(account.lots).set(lotKey, { ...lot, owedMinutes }),
    newOwed: new Map(account.newOwed).set(lotKey, owedMinutes),
  };
}

/** Ends every lot whose last day is over: what is left in it lapses. Held minutes are not in it; they lapse when released. */
export function lapse(account: Account): Account {
  const over = [...account.lots.values()].filter((lot) => lot.expiresOn < account.today && lot.minutes > 0);
  return over.reduce((each, lot) => {
    const effectiveOn = laterOf(addDays(lot.expiresOn, 1), lastReturnTo(each, lot));
    return post(each, { lotKey: lot.key, kind: "EXPIRE", minutes: -lot.minutes, effectiveOn });
  }, account);
}

/** The balance: the sum of the ledger. */
export function balanceOf(account: Account): number {
  return [...account.lots.values()].reduce((sum, lot) => sum + lot.minutes, 0);
}

export function lotOf(account: Account, key: string): Lot {
  const lot = account.lots.get(key);
  if (!lot) throw new Error(`the account of ${account.employeeId} has no lot ${key}`);
  return lot;
}

/** Grants and what takes them back; a REVERSE that names a day of leave gives back a use instead. */
export function isOfGrant({ kind, leaveDay }: Pick<LedgerDraft, "kind" | "leaveDay">): boolean {
  return kind === "GRANT" || (kind === "REVERSE" && leaveDay === null);
}

/** What comes back to a lot after its end lapses on the day it comes back. */
function lastReturnTo(account: Account, lot: Lot): CalendarDate {
  const returns = account.newEntries.filter((entry) => entry.lotKey === lot.key && entry.minutes > 0);
  return returns.map((entry) => entry.effectiveOn).reduce(laterOf, lot.startsOn);
}

function laterOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}
