import { createQuestInput } from "@erp/contracts/quests";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { comment } from "@erp/domain/approvals/approvals.mutations";
import { leaveBalance } from "@erp/domain/leave/leave.balance.queries";
import { createQuest } from "@erp/domain/quests/quests.mutations";
import { acceptQuest, approveWork, claimReward, reportWork } from "@erp/domain/quests/quests.work.mutations";
import { actingAs, buildEmployee } from "@erp/domain/testing/build-employee";
import { startServer, stopServer } from "@erp/local-stack/servers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { approvalsConsumer } from "./consumers/approvals";
import { notificationsConsumer } from "./consumers/notifications";
import { rewardsConsumer } from "./consumers/rewards";
import { defineConsumer } from "./define-consumer";
import { expense, notificationsOf, submitAs, waitingBoxOf } from "./testing/documents";
import { openPipeline, type Pipeline } from "./testing/pipeline";

const DOCUMENTS = 50;

let pipeline: Pipeline;
let seen: { document: string; version: number }[] = [];

/** Writes down what arrives, in order. */
const witness = defineConsumer({
  group: "witness",
  on: {
    "approval.submitted": async (_ctx, { data }) =>
      void seen.push({ document: data.documentId, version: data.version }),
    "approval.commented": async (_ctx, { data }) =>
      void seen.push({ document: data.documentId, version: data.version }),
  },
});
const consumers = [approvalsConsumer, notificationsConsumer, witness];

beforeAll(async () => {
  pipeline = await openPipeline();
  await pipeline.start({ consumers });
});

afterAll(async () => {
  await startServer("test", "kafka");
  await pipeline.close();
});

it("E54: Kafka away, people submit and comment; when it returns every event follows, once and in order", async () => {
  const { ctx } = pipeline;
  const [requester, approver] = (await Promise.all([buildEmployee(ctx), buildEmployee(ctx)])) as [
    EmployeeRow,
    EmployeeRow,
  ];
  await submitAs(ctx, requester, expense([approver]));
  await pipeline.settle(consumers);
  seen = [];

  await stopServer("test", "kafka");
  const submitted: string[] = [];
  try {
    for (let number = 0; number < DOCUMENTS; number += 1) {
      const { id } = await submitAs(ctx, requester, expense([approver], { title: `비용 ${number}` }));
      await comment(actingAs(ctx, requester), { documentId: id, text: "서둘러 주세요" });
      submitted.push(id);
    }
  } finally {
    await startServer("test", "kafka");
  }
  await pipeline.settle(consumers, 60_000);

  const versions = new Map(
    submitted.map((id) => [id, seen.filter(({ document }) => document === id).map(({ version }) => version)]),
  );
  for (const id of submitted) expect(versions.get(id)).toEqual([1, 2]);
  expect(seen).toHaveLength(2 * DOCUMENTS);
  expect(await waitingBoxOf(ctx, approver)).toHaveLength(DOCUMENTS + 1);
  // Two for each document, one for the first; a page holds a hundred.
  expect(await notificationsOf(ctx, approver)).toHaveLength(100);
}, 180_000);

it("E30: Kafka away during a claim: it succeeds, a second one does not, and it is paid once when Kafka is back", async () => {
  const { ctx } = pipeline;
  await pipeline.start({ consumers: [rewardsConsumer], relays: false });
  const boss = await buildEmployee(ctx, { role: "MANAGER" });
  const worker = await buildEmployee(ctx, { departmentId: boss.departmentId });
  const me = actingAs(ctx, worker);
  const offer = createQuestInput.parse({ title: "정리", rewardHalfDays: 1 });
  const { id: questId } = await createQuest(actingAs(ctx, boss), offer);
  await acceptQuest(me, { questId });
  await reportWork(me, { questId, note: "끝냈어요" });
  await approveWork(actingAs(ctx, boss), { questId, employeeId: worker.id });

  await stopServer("test", "kafka");
  try {
    const claims = await Promise.allSettled(Array.from({ length: 5 }, () => claimReward(me, { questId })));
    expect(claims.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  } finally {
    await startServer("test", "kafka");
  }
  await pipeline.settle([...consumers, rewardsConsumer], 60_000);
  const rewards = (await leaveBalance(me, {})).lots.filter(({ kind }) => kind === "QUEST");
  expect(rewards).toMatchObject([{ key: `quest:${questId}:${worker.id}`, leaveMinutes: 240 }]);
}, 180_000);
