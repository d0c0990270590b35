import type { CalendarDate } from "@erp/contracts/dates";
import type { EventEnvelope } from "@erp/contracts/events";
import { type CreateQuestInput, createQuestInput } from "@erp/contracts/quests";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "../context";
import { explainLeave, leaveBalance } from "../leave/leave.balance.queries";
import { rewardReactions } from "../leave/leave.rewards.reactions";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { eventsOf } from "../testing/records";
import { type TestContext, testContext } from "../testing/test-context";
import { setQuestBudget } from "./quests.budget.mutations";
import { listQuestBudgets, questBudget } from "./quests.budget.queries";
import { decidersOf } from "./quests.deciders.queries";
import { closeQuest, createQuest, editQuest, removeQuest } from "./quests.mutations";
import { listQuests, viewQuest } from "./quests.queries";
import { questReactions } from "./quests.reactions";
import { acceptQuest, approveWork, claimReward, rejectWork, reportWork } from "./quests.work.mutations";

let test: TestContext;
let rows: Record<"boss" | "worker" | "peer" | "stranger" | "otherBoss", EmployeeRow>;
let boss: Ctx;
let worker: Ctx;
let peer: Ctx;
let hr: Ctx;

beforeAll(async () => {
  test = await testContext();
  hr = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "HR_ADMIN" }));
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set("2026-11-20T09:00:00+09:00");
  const { id: departmentId } = await buildDepartment(test.ctx);
  rows = {
    boss: await buildEmployee(test.ctx, { role: "MANAGER", departmentId }),
    worker: await buildEmployee(test.ctx, { departmentId }),
    peer: await buildEmployee(test.ctx, { departmentId }),
    stranger: await buildEmployee(test.ctx),
    otherBoss: await buildEmployee(test.ctx, { role: "MANAGER" }),
  };
  [boss, worker, peer] = [
    actingAs(test.ctx, rows.boss),
    actingAs(test.ctx, rows.worker),
    actingAs(test.ctx, rows.peer),
  ];
});

const offer = (fields: Partial<CreateQuestInput> = {}) =>
  createQuest(boss, createQuestInput.parse({ title: "매뉴얼 정리", rewardHalfDays: 3, ...fields }));
const stateOf = async (person: EmployeeRow, questId: Awaited<ReturnType<typeof offer>>["id"]) =>
  (await viewQuest(boss, { questId })).work.find((work) => work.person.id === person.id)?.state;

async function approvedQuest(fields: Partial<CreateQuestInput> = {}) {
  const quest = await offer(fields);
  await acceptQuest(worker, { questId: quest.id });
  await reportWork(worker, { questId: quest.id, note: "다 했어요" });
  await approveWork(boss, { questId: quest.id, employeeId: rows.worker.id });
  return { questId: quest.id };
}

async function payClaims(key: string, times = 1): Promise<void> {
  const claimed = (await eventsOf(test.ctx, key)).filter(
    (event) => event.name === "quest.claimed",
  ) as EventEnvelope<"quest.claimed">[];
  for (const event of claimed)
    await Promise.all(Array.from({ length: times }, () => rewardReactions["quest.claimed"](test.ctx, event)));
}
const balance = async () => (await leaveBalance(worker, {})).availableMinutes;

describe("E24: making a quest", () => {
  it("a manager makes one for their department; without a description it is listed like any other", async () => {
    const quest = await offer();
    expect(quest).toMatchObject({
      description: "",
      rewardHalfDays: 3,
      status: "OPEN",
      creator: { id: rows.boss.id },
      allowedActions: ["edit", "close", "remove"],
    });
    expect((await listQuests(worker, { limit: 30 })).items).toMatchObject([
      { id: quest.id, allowedActions: ["accept"], work: [] },
    ]);
    expect((await eventsOf(test.ctx, quest.id)).map(({ name }) => name)).toEqual(["quest.created"]);
  });
  it("staff may not", async () => {
    await expectRefusal(
      createQuest(worker, createQuestInput.parse({ title: "x", rewardHalfDays: 1 })),
      "request.forbidden",
    );
  });
  it.each([-2, 0, 0.6, 12])("a reward of %f half days is refused", (rewardHalfDays) => {
    expect(createQuestInput.safeParse({ title: "x", rewardHalfDays }).success).toBe(false);
  });
  it("can be edited until somebody accepts, at the version that was seen", async () => {
    const quest = await offer();
    const fields = {
      questId: quest.id,
      title: "매뉴얼 2판",
      description: "",
      rewardHalfDays: 4,
      slots: null,
      deadline: null,
    };
    expect(await editQuest(boss, { ...fields, version: 1 })).toMatchObject({ title: "매뉴얼 2판", version: 2 });
    await expectRefusal(editQuest(boss, { ...fields, version: 1 }), "quest.changed-meanwhile");
    await acceptQuest(worker, { questId: quest.id });
    await expectRefusal(editQuest(boss, { ...fields, version: 2 }), "quest.accepted-by-somebody");
    await expectRefusal(
      editQuest(actingAs(test.ctx, rows.otherBoss), { ...fields, version: 2 }),
      "quest.not-the-creator",
    );
  });
});

describe("E25: accepting", () => {
  it("people of the department accept once; others, and who made it, do not", async () => {
    const { id: questId } = await offer();
    expect(await acceptQuest(worker, { questId })).toMatchObject({
      accepted: 1,
      work: [{ state: "IN_PROGRESS", person: { id: rows.worker.id } }],
    });
    await expectRefusal(acceptQuest(worker, { questId }), "quest.already-accepted");
    await expectRefusal(acceptQuest(actingAs(test.ctx, rows.stranger), { questId }), "quest.other-department");
    await expectRefusal(viewQuest(actingAs(test.ctx, rows.stranger), { questId }), "quest.other-department");
    await expectRefusal(acceptQuest(boss, { questId }), "quest.own-quest");
  });
  it("a removed or closed quest, or one past its deadline, cannot be accepted", async () => {
    const [removed, closed, late] = [
      await offer(),
      await offer(),
      await offer({ deadline: "2026-11-20" as CalendarDate }),
    ];
    await removeQuest(boss, { questId: removed.id });
    await closeQuest(boss, { questId: closed.id });
    await acceptQuest(worker, { questId: late.id });
    test.clock.set("2026-11-21T00:00:00+09:00");
    for (const quest of [removed, closed, late])
      await expectRefusal(acceptQuest(peer, { questId: quest.id }), "quest.closed");
    await expectRefusal(viewQuest(peer, { questId: removed.id }), "quest.not-found");
  });
  it("20 at once by one person, and by many for the last place, make one acceptance each", async () => {
    const { id: questId } = await offer({ slots: 1 });
    await Promise.allSettled([
      ...Array.from({ length: 10 }, () => acceptQuest(worker, { questId })),
      ...Array.from({ length: 10 }, () => acceptQuest(peer, { questId })),
    ]);
    expect((await viewQuest(boss, { questId })).accepted).toBe(1);
    await expectRefusal(acceptQuest((await stateOf(rows.worker, questId)) ? peer : worker, { questId }), "quest.full");
  });
  it("the month's budget is shown and enforced, also for those who accept at once", async () => {
    const budget = { departmentId: rows.boss.departmentId, month: "2026-11" };
    await setQuestBudget(hr, { ...budget, limitHalfDays: 4 });
    const { id: questId } = await offer({ rewardHalfDays: 3 });
    const outcomes = await Promise.allSettled([acceptQuest(worker, { questId }), acceptQuest(peer, { questId })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await questBudget(boss, { month: "2026-11" })).toEqual({ ...budget, limitHalfDays: 4, reservedHalfDays: 3 });
    await expectRefusal(questBudget(actingAs(test.ctx, rows.otherBoss), budget), "quest.other-department");
    await expectRefusal(setQuestBudget(boss, { ...budget, limitHalfDays: 100 }), "request.forbidden");
    test.clock.set("2026-12-01T00:00:00+09:00");
    const late = outcomes[0]?.status === "fulfilled" ? peer : worker;
    expect(await acceptQuest(late, { questId })).toMatchObject({ accepted: 2 });
  });
});

describe("deciding", () => {
  it("E27: approving one of two that wait leaves the other waiting", async () => {
    const { id: questId } = await offer();
    for (const person of [worker, peer]) {
      await acceptQuest(person, { questId });
      await reportWork(person, { questId, note: "done" });
    }
    await approveWork(boss, { questId, employeeId: rows.peer.id });
    expect([await stateOf(rows.peer, questId), await stateOf(rows.worker, questId)]).toEqual([
      "APPROVED",
      "WAITING_APPROVAL",
    ]);
  });

  it("E28: only the creator or HR decides, closes and removes; nobody their own work", async () => {
    const { id: questId } = await offer();
    await acceptQuest(worker, { questId });
    await reportWork(worker, { questId, note: "done" });
    const work = { questId, employeeId: rows.worker.id };
    const otherBoss = actingAs(test.ctx, rows.otherBoss);
    await expectRefusal(approveWork(otherBoss, work), "quest.not-the-creator");
    await expectRefusal(rejectWork(otherBoss, { ...work, reason: "x" }), "quest.not-the-creator");
    await expectRefusal(closeQuest(otherBoss, { questId }), "quest.not-the-creator");
    await expectRefusal(removeQuest(otherBoss, { questId }), "quest.not-the-creator");
    await expectRefusal(approveWork(peer, work), "request.forbidden");
    await test.ctx.mysql.query("UPDATE employees SET role = 'HR_ADMIN' WHERE id = ?", [rows.worker.id]);
    await expectRefusal(approveWork(actingAs(test.ctx, { ...rows.worker, role: "HR_ADMIN" }), work), "quest.own-work");
    expect(await stateOf(rows.worker, questId)).toBe("WAITING_APPROVAL");
    await approveWork(hr, work);
    expect(await stateOf(rows.worker, questId)).toBe("APPROVED");
  });

  it("E29: the person sees the reason and reports again", async () => {
    const { id: questId } = await offer();
    await acceptQuest(worker, { questId });
    await reportWork(worker, { questId, note: "done" });
    await rejectWork(boss, { questId, employeeId: rows.worker.id, reason: "표지가 없어요" });
    expect(await viewQuest(worker, { questId })).toMatchObject({
      work: [{ state: "REJECTED", reason: "표지가 없어요" }],
      allowedActions: ["report"],
    });
    await reportWork(worker, { questId, note: "표지를 넣었어요" });
    expect(await stateOf(rows.worker, questId)).toBe("WAITING_APPROVAL");
  });

  it("E26: moves out of turn are refused and change nothing", async () => {
    const { id: questId } = await offer();
    const work = { questId, employeeId: rows.worker.id };
    await expectRefusal(claimReward(worker, { questId }), "quest.work-not-found");
    await acceptQuest(worker, { questId });
    await expectRefusal(approveWork(boss, work), "quest.wrong-state");
    await reportWork(worker, { questId, note: "done" });
    await expectRefusal(claimReward(worker, { questId }), "quest.wrong-state");
    await approveWork(boss, work);
    await expectRefusal(reportWork(worker, { questId, note: "again" }), "quest.wrong-state");
    await expectRefusal(rejectWork(boss, { ...work, reason: "late" }), "quest.wrong-state");
    await claimReward(worker, { questId });
    await expectRefusal(reportWork(worker, { questId, note: "again" }), "quest.wrong-state");
    expect(await stateOf(rows.worker, questId)).toBe("CLAIMED");
    expect((await eventsOf(test.ctx, questId)).map(({ name }) => name)).toEqual([
      "quest.created",
      "quest.accepted",
      "quest.reported",
      "quest.approved",
      "quest.claimed",
    ]);
  });
});

describe("E30: the reward", () => {
  it("20 parallel claims and five deliveries of the event give one lot of 1.5 days", async () => {
    const { questId } = await approvedQuest();
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => claimReward(worker, { questId })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await payClaims(questId, 5);
    await payClaims(questId);
    expect(await balance()).toBe(720);
    expect(await explainLeave(worker, {})).toMatchObject([
      { kind: "GRANT", minutes: 720, lot: { kind: "QUEST", key: `quest:${questId}:${rows.worker.id}` } },
    ]);
    expect((await eventsOf(test.ctx, rows.worker.id)).filter(({ name }) => name === "leave.rewarded")).toHaveLength(1);
  });

  it("E31: closing and removing a quest leave an approved reward claimable", async () => {
    const { questId } = await approvedQuest();
    await closeQuest(boss, { questId });
    await removeQuest(boss, { questId });
    expect(await viewQuest(worker, { questId })).toMatchObject({ status: "REMOVED", allowedActions: ["claim"] });
    await claimReward(worker, { questId });
    await payClaims(questId);
    expect(await balance()).toBe(720);
  });

  it("nobody claims another's reward", async () => {
    const { questId } = await approvedQuest();
    await expectRefusal(claimReward(peer, { questId }), "quest.work-not-found");
    expect(await stateOf(rows.worker, questId)).toBe("APPROVED");
  });
});

it("E32: an offer is signalled to the department, work to who does it and who decides", async () => {
  const { questId } = await approvedQuest();
  const [created, accepted] = await eventsOf(test.ctx, questId);
  test.signals.length = 0;
  await questReactions["quest.created"](test.ctx, created as EventEnvelope<"quest.created">);
  await questReactions["quest.accepted"](test.ctx, accepted as EventEnvelope<"quest.accepted">);
  expect(test.signals.map(({ to }) => [...to].sort())).toEqual([
    [rows.boss.id, rows.worker.id, rows.peer.id].sort(),
    [rows.boss.id, rows.worker.id].sort(),
  ]);
});

it("HR lists another department's quests, nobody else does", async () => {
  const { id } = await offer();
  const departmentId = rows.boss.departmentId;
  expect((await listQuests(hr, { departmentId, limit: 100 })).items.map((quest) => quest.id)).toContain(id);
  await expectRefusal(
    listQuests(actingAs(test.ctx, rows.stranger), { departmentId, limit: 100 }),
    "quest.other-department",
  );
});

it("a removed quest stays with whoever made it until they have decided about the work on it", async () => {
  const { id: questId } = await offer();
  await acceptQuest(worker, { questId });
  await reportWork(worker, { questId, note: "끝냈어요" });
  await removeQuest(boss, { questId });
  const seenBy = async (ctx: Ctx) => (await listQuests(ctx, { limit: 100 })).items.some(({ id }) => id === questId);
  expect([await seenBy(boss), await seenBy(worker), await seenBy(peer)]).toEqual([true, true, false]);
  const { items } = await listQuests(hr, { limit: 100, departmentId: rows.boss.departmentId });
  expect(items.map(({ id }) => id)).toContain(questId);
  await approveWork(boss, { questId, employeeId: rows.worker.id });
  expect([await seenBy(boss), await seenBy(worker)]).toEqual([false, true]);
});

it("when the creator has left, HR decides, and is told that work waits", async () => {
  const { id: questId } = await offer();
  await acceptQuest(worker, { questId });
  expect(await decidersOf(test.ctx, questId)).toEqual([rows.boss.id]);
  await test.ctx.mysql.query("UPDATE employees SET status = 'LEAVER' WHERE id = ?", [rows.boss.id]);
  const deciders = await decidersOf(test.ctx, questId);
  expect(deciders).toContain(hr.actor.kind === "employee" ? hr.actor.id : null);
  expect(deciders).not.toContain(rows.boss.id);
});

it("the budgets of all departments of a month are for HR, and agree with each one's", async () => {
  const { id: questId } = await offer({ rewardHalfDays: 3 });
  await acceptQuest(worker, { questId });
  const month = "2026-11";
  const all = await listQuestBudgets(hr, { month });
  const own = all.find(({ departmentId }) => departmentId === rows.boss.departmentId);
  expect(own).toEqual(await questBudget(boss, { month }));
  expect(own).toMatchObject({ reservedHalfDays: 3, limitHalfDays: null });
  const { departmentId } = rows.boss;
  expect((await setQuestBudget(hr, { departmentId, month, limitHalfDays: 3 })).limitHalfDays).toBe(3);
  expect((await setQuestBudget(hr, { departmentId, month, limitHalfDays: null })).limitHalfDays).toBeNull();
  await expectRefusal(listQuestBudgets(boss, { month }), "request.forbidden");
});

it("the list is paged, newest first", async () => {
  const made = [await offer(), await offer(), await offer()].map(({ id }) => id).reverse();
  const first = await listQuests(worker, { limit: 2 });
  const second = await listQuests(worker, { limit: 2, cursor: first.nextCursor ?? undefined });
  expect([first, second].map(({ items }) => items.map(({ id }) => id))).toEqual([made.slice(0, 2), made.slice(2)]);
  expect(second.nextCursor).toBeNull();
});
