import { addDays, type CalendarDate, startOfKoreanDay } from "@erp/contracts/dates";
import { createQuestInput } from "@erp/contracts/quests";
import { checkIn } from "@erp/domain/attendance/attendance.mutations";
import { leaveBalance } from "@erp/domain/leave/leave.balance.queries";
import { rewardReactions } from "@erp/domain/leave/leave.rewards.reactions";
import { createQuest } from "@erp/domain/quests/quests.mutations";
import { acceptQuest, approveWork, claimReward, reportWork } from "@erp/domain/quests/quests.work.mutations";
import { actingAs, buildEmployee } from "@erp/domain/testing/build-employee";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rewardsConsumer } from "./consumers/rewards";
import { signalsConsumer } from "./consumers/signals";
import { openPipeline, type Pipeline } from "./testing/pipeline";

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await openPipeline();
});
afterAll(() => pipeline.close());

/** What is left of rewards; the leader lets statutory leave accrue beside them. */
async function rewardMinutesOf(person: Awaited<ReturnType<typeof buildEmployee>>): Promise<number> {
  const { lots } = await leaveBalance(actingAs(pipeline.ctx, person), {});
  const rewards = lots.filter(({ kind }) => kind === "ATTENDANCE" || kind === "QUEST");
  return rewards.reduce((sum, { leaveMinutes }) => sum + leaveMinutes, 0);
}

it("E19, E30: what was earned while Kafka had no worker is paid once, by two workers, and the browsers are told", async () => {
  const { ctx, clock } = pipeline;
  const boss = await buildEmployee(ctx, { role: "MANAGER" });
  const team = await Promise.all(
    Array.from({ length: 4 }, () => buildEmployee(ctx, { departmentId: boss.departmentId })),
  );
  const { id: questId } = await createQuest(
    actingAs(ctx, boss),
    createQuestInput.parse({ title: "정리", rewardHalfDays: 1 }),
  );
  for (const person of team) {
    const me = actingAs(ctx, person);
    await acceptQuest(me, { questId });
    await reportWork(me, { questId, note: "끝냈어요" });
    await approveWork(actingAs(ctx, boss), { questId, employeeId: person.id });
    await Promise.allSettled(Array.from({ length: 5 }, () => claimReward(me, { questId })));
  }
  for (let day = 0; day < 30; day += 1) {
    clock.set(
      new Date(startOfKoreanDay(addDays("2026-12-01" as CalendarDate, day)).getTime() + 9 * 3_600_000).toISOString(),
    );
    await Promise.all(team.map((person) => checkIn(actingAs(ctx, person))));
  }

  const consumers = [rewardsConsumer, signalsConsumer];
  await pipeline.start({ consumers });
  await pipeline.start({ consumers, relays: false });
  await pipeline.settle(consumers);

  expect(await Promise.all(team.map(rewardMinutesOf))).toEqual(team.map(() => 480 + 240));
  const toldOfLeave = pipeline.signals.filter(({ signal }) => signal.about === "leave").flatMap(({ to }) => to);
  expect(new Set(toldOfLeave)).toEqual(new Set(team.map(({ id }) => id)));
});

it("E36, E55: deliveries that fail after the payment was committed come again and pay nothing", async () => {
  const { ctx, clock } = pipeline;
  const person = await buildEmployee(ctx, { departmentId: (await buildEmployee(ctx)).departmentId });
  for (let day = 0; day < 30; day += 1) {
    clock.set(
      new Date(startOfKoreanDay(addDays("2026-12-01" as CalendarDate, day)).getTime() + 9 * 3_600_000).toISOString(),
    );
    await checkIn(actingAs(ctx, person));
  }
  let failures = 0;
  const failing = {
    group: "failing-rewards",
    on: {
      "attendance.reward-earned": async (
        ...delivery: Parameters<(typeof rewardReactions)["attendance.reward-earned"]>
      ) => {
        await rewardReactions["attendance.reward-earned"](...delivery);
        failures += 1;
        if (failures < 3) throw new Error("the connection was lost after the commit");
      },
    },
  };
  await pipeline.start({ consumers: [failing, rewardsConsumer] });
  await pipeline.settle([failing, rewardsConsumer]);
  expect(failures).toBeGreaterThanOrEqual(3);
  expect(await rewardMinutesOf(person)).toBe(480);
});
