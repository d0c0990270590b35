import { addDays, type CalendarDate, startOfKoreanDay } from "@erp/contracts/dates";
import type { QuestId } from "@erp/contracts/ids";
import { createQuestInput } from "@erp/contracts/quests";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { checkIn } from "@erp/domain/attendance/attendance.mutations";
import { createQuest } from "@erp/domain/quests/quests.mutations";
import { acceptQuest, approveWork, claimReward, reportWork } from "@erp/domain/quests/quests.work.mutations";
import { actingAs, buildEmployee } from "@erp/domain/testing/build-employee";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { notificationsConsumer } from "./consumers/notifications";
import { rewardsConsumer } from "./consumers/rewards";
import { notificationsOf } from "./testing/documents";
import { openPipeline, type Pipeline } from "./testing/pipeline";
import { startLeaveProcess, startWorkerProcess } from "./testing/start-worker-process";

const FIRST_DAY = "2026-12-01" as CalendarDate;
const NINE_HOURS_MS = 9 * 3_600_000;
const consumers = [rewardsConsumer, notificationsConsumer];

let pipeline: Pipeline;
let boss: EmployeeRow;
let worker: EmployeeRow;
let questId: QuestId;

/** A claimed quest and a thirtieth day: two rewards are due, and no worker is there. */
beforeEach(async () => {
  pipeline = await openPipeline();
  const { ctx, clock } = pipeline;
  boss = await buildEmployee(ctx, { role: "MANAGER" });
  worker = await buildEmployee(ctx, { departmentId: boss.departmentId });
  questId = (await createQuest(actingAs(ctx, boss), createQuestInput.parse({ title: "정리", rewardHalfDays: 3 }))).id;
  const me = actingAs(ctx, worker);
  await acceptQuest(me, { questId });
  await reportWork(me, { questId, note: "끝냈어요" });
  await approveWork(actingAs(ctx, boss), { questId, employeeId: worker.id });
  await claimReward(me, { questId });
  for (let day = 0; day < 30; day += 1) {
    clock.set(new Date(startOfKoreanDay(addDays(FIRST_DAY, day)).getTime() + NINE_HOURS_MS).toISOString());
    await checkIn(me);
  }
});
afterEach(() => pipeline.close());

type RewardEntry = { lot: string; kind: string; minutes: number };

/** Every entry of every lot that is a reward: statutory leave accrues beside them. */
function rewardEntries(): Promise<RewardEntry[]> {
  return pipeline.ctx.mysql.query(
    `SELECT lot_key AS lot, kind, minutes FROM leave_ledger WHERE lot_key LIKE 'quest:%' OR lot_key LIKE 'attendance:%'
      ORDER BY lot_key, lot_entry`,
  );
}

const bothOnce = () => [
  { lot: `attendance:${worker.id}:1`, kind: "GRANT", minutes: 480 },
  { lot: `quest:${questId}:${worker.id}`, kind: "GRANT", minutes: 720 },
];

/** The relay publishes everything once more, as it does when it died before it could note what it had sent. */
async function deliverAgain(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await pipeline.ctx.mysql.query("UPDATE outbox_events SET published_at = NULL");
    await pipeline.settle(consumers);
  }
}

async function expectPaidOnce(): Promise<void> {
  expect(await rewardEntries()).toEqual(bothOnce());
  const told = (await notificationsOf(pipeline.ctx, worker)).filter(({ kind }) => kind === "REWARD_PAID");
  expect(told.map(({ link }) => link).sort()).toEqual(["/attendance", `/quests/${questId}`]);
}

describe("E30, E55: a rewards worker killed", () => {
  it.each(["before-commit", "after-commit"] as const)(
    "%s of a payment, every event delivered five times: one lot for each reward",
    async (dies) => {
      const { stores, namespace } = pipeline;
      const doomed = await startLeaveProcess({ stores, namespace, dies, consumer: "rewards" });
      await pipeline.start({ consumers: [] });
      expect(await doomed.ended).toBe("SIGKILL");
      expect(await rewardEntries()).toHaveLength(dies === "before-commit" ? 0 : 1);

      await pipeline.start({ consumers, relays: false });
      await pipeline.settle(consumers);
      expect(await rewardEntries()).toEqual(bothOnce());
      await deliverAgain(4);
      await expectPaidOnce();
    },
  );
});

it("E30, E55: the relay killed between send and mark: the heir sends again, one lot for each reward", async () => {
  const { stores, namespace } = pipeline;
  await pipeline.start({ consumers, relays: false });
  const doomed = await startWorkerProcess({
    name: "doomed",
    stores,
    namespace,
    consumes: false,
    relays: true,
    diesBeforeMark: true,
  });
  expect(await doomed.ended).toBe("SIGKILL");
  await pipeline.start({ consumers: [] });
  await pipeline.settle(consumers);
  await deliverAgain(4);
  await expectPaidOnce();
});
