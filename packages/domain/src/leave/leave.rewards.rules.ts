import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId, QuestId } from "@erp/contracts/ids";
import { type Account, entitle, type LotSpec } from "./leave.ledger.rules";
import { periodEnd } from "./leave.periods.rules";

type Earned = Pick<LotSpec, "key" | "kind" | "rule">;

/** A reward can be taken for so many months. */
const REWARD_MONTHS = 12;

/** The lot of so many times thirty attended days; its key makes a second payment impossible. */
export function milestoneLot(employeeId: EmployeeId, milestone: number, startsOn: CalendarDate): LotSpec {
  return rewardLot(
    { key: `attendance:${employeeId}:${milestone}`, kind: "ATTENDANCE", rule: "ATTENDANCE-30" },
    startsOn,
  );
}

/** The lot of one person's work on one quest. */
export function questLot(questId: QuestId, employeeId: EmployeeId, startsOn: CalendarDate): LotSpec {
  return rewardLot({ key: `quest:${questId}:${employeeId}`, kind: "QUEST", rule: "QUEST-REWARD" }, startsOn);
}

/**
 * Brings a reward to so many minutes: what is due and was never paid, or is to go. What is earned again after the lot has ended
 * is paid into a new one that begins then, or it could never be taken; what the ended lot still gives counts as paid.
 */
export function settleReward(account: Account, spec: LotSpec, minutes: number): Account {
  const lots = [...account.lots.values()].filter(({ key }) => key === spec.key || key.startsWith(`${spec.key}:`));
  if (minutes === 0) return lots.reduce((each, lot) => entitle(each, lot, 0), account);
  const ended = lots.filter(({ expiresOn }) => expiresOn < account.today);
  const paid = ended.reduce((sum, { grantedMinutes }) => sum + grantedMinutes, 0);
  const settled = ended.reduce((each, lot) => entitle(each, lot, lot.grantedMinutes), account);
  const open = lots.find(({ expiresOn }) => expiresOn >= account.today);
  const next = lots.length === 0 ? spec : { ...spec, key: `${spec.key}:${spec.startsOn}` };
  return entitle(settled, open ?? next, Math.max(0, minutes - paid));
}

function rewardLot(earned: Earned, startsOn: CalendarDate): LotSpec {
  return { ...earned, startsOn, expiresOn: periodEnd(startsOn, REWARD_MONTHS), weeklyMinutes: null };
}
