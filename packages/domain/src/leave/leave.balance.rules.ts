import type { CalendarDate } from "@erp/contracts/dates";
import type { LeaveBalance, LotView } from "@erp/contracts/leave";
import { isOfGrant, type LedgerDraft, type LotSpec } from "./leave.ledger.rules";

export type Entry = Pick<LedgerDraft, "lotKey" | "kind" | "minutes" | "effectiveOn" | "leaveDay">;
export type History = { lots: readonly LotSpec[]; entries: readonly Entry[] };

type Balance = Pick<LeaveBalance, "grantedMinutes" | "heldMinutes" | "usedMinutes" | "availableMinutes" | "lots">;

/**
 * The balance on any day, past or future: what the entries up to it add up to, in the lots that can still be taken on it.
 * For a future day, put the grants that will be due by then into the history.
 */
export function balanceOn({ lots, entries }: History, day: CalendarDate): Balance {
  const live = lots
    .filter((lot) => lot.startsOn <= day && day <= lot.expiresOn)
    .sort((one, other) => (one.expiresOn < other.expiresOn ? -1 : 1));
  const keys = new Set(live.map((lot) => lot.key));
  const counted = entries.filter((entry) => keys.has(entry.lotKey) && entry.effectiveOn <= day);
  const availableMinutes = sum(counted);
  const heldMinutes = 0 - sum(counted.filter(({ kind }) => kind === "HOLD" || kind === "RELEASE"));
  const usedMinutes =
    0 - sum(counted.filter((entry) => entry.kind === "USE" || (entry.kind === "REVERSE" && !isOfGrant(entry))));
  return {
    availableMinutes,
    heldMinutes,
    usedMinutes,
    grantedMinutes: availableMinutes + heldMinutes + usedMinutes,
    lots: live
      .map((lot) => toLotView(lot, sum(counted.filter((entry) => entry.lotKey === lot.key))))
      .filter((lot) => lot.leaveMinutes > 0),
  };
}

function toLotView({ key, kind, rule, startsOn, expiresOn }: LotSpec, leaveMinutes: number): LotView {
  return { key, kind, rule, startsOn, expiresOn, leaveMinutes };
}

function sum(entries: readonly Entry[]): number {
  return entries.reduce((total, { minutes }) => total + minutes, 0);
}
