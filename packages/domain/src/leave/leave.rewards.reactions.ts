import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { EventEnvelope } from "@erp/contracts/events";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { inTransactionOnce } from "../transaction";
import { dayMinutesOn } from "./leave.calendar.rules";
import type { LotSpec } from "./leave.ledger.rules";
import { findSubject } from "./leave.people.queries";
import { milestoneLot, questLot, settleReward } from "./leave.rewards.rules";
import { changeAccount } from "./leave.store.mutations";

const CONSUMER = "rewards";

/** What the rewards worker does, by event: pays what was earned into the ledger, once for each thing it was earned by. */
export const rewardReactions = {
  "attendance.reward-earned": (ctx: Ctx, event: EventEnvelope<"attendance.reward-earned">) =>
    settleMilestone(ctx, event, 1),
  "attendance.reward-revoked": (ctx: Ctx, event: EventEnvelope<"attendance.reward-revoked">) =>
    settleMilestone(ctx, event, 0),
  "quest.claimed": payQuest,
} as const;

async function payQuest(ctx: Ctx, event: EventEnvelope<"quest.claimed">): Promise<void> {
  const { questId, employeeId, rewardHalfDays } = event.data;
  await pay(ctx, event, employeeId, questLot(questId, employeeId, dayOf(event)), rewardHalfDays / 2);
}

type MilestoneEvent = EventEnvelope<"attendance.reward-earned" | "attendance.reward-revoked">;

async function settleMilestone(ctx: Ctx, event: MilestoneEvent, days: 0 | 1): Promise<void> {
  const { employeeId, milestone } = event.data;
  await pay(ctx, event, employeeId, milestoneLot(employeeId, milestone, dayOf(event)), days);
}

function dayOf({ occurredAt }: EventEnvelope): CalendarDate {
  return koreanDate(new Date(occurredAt));
}

/**
 * Brings a reward to so many of the person's days, as long as they were when it was earned. Taking back leaves what was spent,
 * and what is held until it comes back; what is earned again after that is paid only as far as it was taken back.
 */
async function pay(ctx: Ctx, event: EventEnvelope, employeeId: EmployeeId, spec: LotSpec, days: number): Promise<void> {
  await inTransactionOnce(ctx, CONSUMER, event, async (tx) => {
    const { hours } = await findSubject(tx, employeeId);
    let leaveMinutes = 0;
    await changeAccount(ctx, tx, employeeId, (account) => {
      const settled = settleReward(account, spec, Math.ceil(days * dayMinutesOn(hours, spec.startsOn)));
      leaveMinutes = settled.newEntries.slice(account.newEntries.length).reduce((sum, { minutes }) => sum + minutes, 0);
      return settled;
    });
    if (leaveMinutes !== 0)
      await emit(ctx, tx, "leave.rewarded", employeeId, {
        employeeId,
        lotKey: spec.key,
        kind: spec.kind,
        leaveMinutes,
      });
  });
}
