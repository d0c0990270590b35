import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId, QuestId } from "@erp/contracts/ids";
import type { LotSpec } from "./leave.ledger.rules";
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

function rewardLot(earned: Earned, startsOn: CalendarDate): LotSpec {
  return { ...earned, startsOn, expiresOn: periodEnd(startsOn, REWARD_MONTHS), weeklyMinutes: null };
}
