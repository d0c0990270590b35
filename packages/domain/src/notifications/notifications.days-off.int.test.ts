import type { EventEnvelope } from "@erp/contracts/events";
import type { EmployeeId } from "@erp/contracts/ids";
import { createQuestInput } from "@erp/contracts/quests";
import { notificationModel } from "@erp/db/mongo/models/notification";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newEvent } from "../emit";
import { adjustLeave } from "../leave/leave.adjustments.mutations";
import { warnOfExpiringLeave } from "../leave/leave.expiry.mutations";
import { closeQuest, createQuest } from "../quests/quests.mutations";
import { acceptQuest, approveWork, claimReward, rejectWork, reportWork } from "../quests/quests.work.mutations";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { eventsOf } from "../testing/records";
import { type TestContext, testContext } from "../testing/test-context";
import { daysOffNotices } from "./notifications.days-off.reactions";

let test: TestContext;
let rows: Record<"boss" | "worker" | "peer" | "stranger" | "leaver", EmployeeRow>;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set("2026-11-20T09:00:00+09:00");
  const boss = await buildEmployee(test.ctx, { role: "MANAGER", name: "boss" });
  const { departmentId } = boss;
  rows = {
    boss,
    worker: await buildEmployee(test.ctx, { name: "worker", departmentId, weeklyMinutes: 1200 }),
    peer: await buildEmployee(test.ctx, { name: "peer", departmentId }),
    stranger: await buildEmployee(test.ctx, { name: "stranger" }),
    leaver: await buildEmployee(test.ctx, { name: "leaver", departmentId, status: "LEAVER" }),
  };
});

const as = (employee: EmployeeRow) => actingAs(test.ctx, employee);

/** Delivers every event of the aggregate five times; answers who was told what since the last look. */
async function told(aggregate: string): Promise<string[]> {
  await notificationModel(test.ctx.mongo).deleteMany({});
  for (const event of await eventsOf(test.ctx, aggregate)) {
    const react = daysOffNotices[event.name as keyof typeof daysOffNotices] as
      | ((ctx: TestContext["ctx"], event: EventEnvelope) => Promise<void>)
      | undefined;
    for (let delivery = 0; delivery < 5; delivery += 1) await react?.(test.ctx, event);
  }
  await test.ctx.mysql.query("DELETE FROM outbox_events WHERE aggregate_key = ?", [aggregate]);
  const names = new Map(Object.values(rows).map(({ id, name }) => [id, name]));
  const stored = await notificationModel(test.ctx.mongo).find({}).sort({ _id: 1 }).lean();
  return stored
    .map(({ employeeId, kind, actor, text }) => [names.get(employeeId), kind, actor?.name, text])
    .map((parts) => parts.filter(Boolean).join(" "))
    .sort();
}

describe("E32: a quest's moves tell the people concerned, once although delivered five times, and nobody else", () => {
  it("from the offer over a rejection to the approval", async () => {
    const [boss, worker] = [as(rows.boss), as(rows.worker)];
    const { id: questId } = await createQuest(boss, createQuestInput.parse({ title: "정리", rewardHalfDays: 1 }));
    const work = { questId, employeeId: rows.worker.id as EmployeeId };
    expect(await told(questId)).toEqual(["peer QUEST_OFFERED boss", "worker QUEST_OFFERED boss"]);
    await acceptQuest(worker, { questId });
    expect(await told(questId)).toEqual(["boss QUEST_ACCEPTED worker"]);
    await reportWork(worker, { questId, note: "끝냈어요" });
    expect(await told(questId)).toEqual(["boss QUEST_REPORTED worker 끝냈어요"]);
    await rejectWork(boss, { ...work, reason: "표지가 없어요" });
    expect(await told(questId)).toEqual(["worker QUEST_REJECTED boss 표지가 없어요"]);
    await reportWork(worker, { questId, note: "표지를 넣었어요" });
    await approveWork(boss, work);
    expect(await told(questId)).toEqual(["boss QUEST_REPORTED worker 표지를 넣었어요", "worker QUEST_APPROVED boss"]);
    await claimReward(worker, { questId });
    await closeQuest(boss, { questId });
    expect(await told(questId)).toEqual([]);
  });

  it("links to the quest by its title, and signals exactly those who are told", async () => {
    const { id: questId } = await createQuest(
      as(rows.boss),
      createQuestInput.parse({ title: "온보딩", rewardHalfDays: 1 }),
    );
    test.signals.length = 0;
    await told(questId);
    const stored = await notificationModel(test.ctx.mongo).find({}).lean();
    for (const each of stored)
      expect(each).toMatchObject({ subject: "온보딩", link: `/quests/${questId}`, leave: null });
    const signalled = new Set(test.signals.flatMap(({ to }) => to));
    expect(signalled).toEqual(new Set([rows.worker.id, rows.peer.id]));
  });
});

describe("rewards", () => {
  const rewarded = (lotKey: string, leaveMinutes: number): EventEnvelope<"leave.rewarded"> =>
    newEvent(test.ctx, "leave.rewarded", rows.worker.id, {
      employeeId: rows.worker.id as EmployeeId,
      lotKey,
      kind: "ATTENDANCE",
      leaveMinutes,
    });

  it("of attendance lead to the attendance, with the amount in the person's own days", async () => {
    await daysOffNotices["leave.rewarded"](test.ctx, rewarded(`attendance:${rows.worker.id}:1`, 240));
    await daysOffNotices["leave.rewarded"](test.ctx, rewarded(`attendance:${rows.worker.id}:1`, -240));
    const stored = await notificationModel(test.ctx.mongo).find({ employeeId: rows.worker.id }).sort({ _id: 1 }).lean();
    const leave = { leaveMinutes: 240, dayMinutes: 240, expiresOn: null };
    expect(stored).toMatchObject([
      { kind: "REWARD_PAID", subject: null, link: "/attendance", leave },
      { kind: "REWARD_TAKEN_BACK", link: "/attendance", leave },
    ]);
  });

  it("of a quest lead to the quest", async () => {
    const { id } = await createQuest(as(rows.boss), createQuestInput.parse({ title: "정리", rewardHalfDays: 1 }));
    await daysOffNotices["leave.rewarded"](test.ctx, rewarded(`quest:${id}:${rows.worker.id}`, 120));
    const [stored] = await notificationModel(test.ctx.mongo).find({ employeeId: rows.worker.id }).lean();
    expect(stored).toMatchObject({ kind: "REWARD_PAID", subject: "정리", link: `/quests/${id}` });
  });
});

describe("leave that lapses soon", () => {
  const grant = (minutes: number, expiresOn: string) =>
    adjustLeave(actingAs(test.ctx, { ...rows.boss, role: "HR_ADMIN" }), {
      employeeId: rows.worker.id,
      leaveMinutes: minutes,
      reason: "주말 근무 보상",
      expiresOn: expiresOn as never,
    });
  const warnings = async () =>
    (await eventsOf(test.ctx, rows.worker.id)).filter(({ name }) => name === "leave.expiring");

  it("is announced 60, 30 and 7 days before, once each, together for one day, and not when it was taken", async () => {
    await test.ctx.mysql.query("UPDATE employees SET role = 'HR_ADMIN' WHERE id = ?", [rows.boss.id]);
    await grant(240, "2027-01-19");
    await grant(120, "2027-01-19");
    await grant(240, "2027-06-30");
    const announcedOn = async (day: string) => {
      test.clock.set(`${day}T09:00:00+09:00`);
      const outcomes = await Promise.all(Array.from({ length: 3 }, () => warnOfExpiringLeave(test.ctx)));
      return Math.max(...outcomes);
    };
    const days = ["2026-11-19", "2026-11-20", "2026-11-21", "2026-12-19", "2026-12-20", "2026-12-21"];
    const last = ["2027-01-11", "2027-01-12", "2027-01-13", "2027-01-19", "2027-01-20"];
    const announced: number[] = [];
    for (const day of [...days, ...last]) announced.push(await announcedOn(day));
    expect(announced).toEqual([0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0]);
    expect((await warnings()).map(({ data }) => data)).toEqual(
      Array.from({ length: 3 }, () => ({ employeeId: rows.worker.id, expiresOn: "2027-01-19", leaveMinutes: 360 })),
    );
    expect(await told(rows.worker.id)).toEqual(Array.from({ length: 3 }, () => "worker LEAVE_EXPIRING"));
    const [stored] = await notificationModel(test.ctx.mongo).find({}).lean();
    expect(stored).toMatchObject({
      link: "/leave",
      leave: { leaveMinutes: 360, dayMinutes: 240, expiresOn: "2027-01-19" },
    });
  });

  it("with two warnings missed is announced by the nearest alone", async () => {
    await test.ctx.mysql.query("UPDATE employees SET role = 'HR_ADMIN' WHERE id = ?", [rows.boss.id]);
    await grant(240, "2026-11-24");
    expect(await warnOfExpiringLeave(test.ctx)).toBe(1);
    test.clock.set("2026-11-24T23:00:00+09:00");
    expect(await warnOfExpiringLeave(test.ctx)).toBe(0);
    expect(await warnings()).toHaveLength(1);
  });

  it("two leaders at once announce it once", async () => {
    await test.ctx.mysql.query("UPDATE employees SET role = 'HR_ADMIN' WHERE id = ?", [rows.boss.id]);
    await grant(240, "2026-12-01");
    await Promise.all(Array.from({ length: 8 }, () => warnOfExpiringLeave(test.ctx)));
    expect(await warnings()).toHaveLength(1);
  });
});
