import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { comment } from "@erp/domain/approvals/approvals.mutations";
import { actingAs, buildEmployee } from "@erp/domain/testing/build-employee";
import { startServer, stopServer } from "@erp/local-stack/servers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { approvalsConsumer } from "./consumers/approvals";
import { notificationsConsumer } from "./consumers/notifications";
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
