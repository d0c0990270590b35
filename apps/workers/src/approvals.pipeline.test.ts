import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { approve, reject } from "@erp/domain/approvals/approvals.mutations";
import { viewDocument } from "@erp/domain/approvals/approvals.queries";
import { rebuildQueues } from "@erp/domain/approvals/approvals.queues.mutations";
import { countQueue, readQueue } from "@erp/domain/approvals/approvals.queues.queries";
import { actingAs, buildEmployee } from "@erp/domain/testing/build-employee";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { approvalsConsumer } from "./consumers/approvals";
import { notificationsConsumer } from "./consumers/notifications";
import { replayEvents } from "./event-copies";
import { expense, notificationsOf, submitAs, waitingBoxOf } from "./testing/documents";
import { eventually } from "./testing/eventually";
import { openPipeline, type Pipeline } from "./testing/pipeline";

const consumers = [approvalsConsumer, notificationsConsumer];

let pipeline: Pipeline;
let requester: EmployeeRow;
let first: EmployeeRow;
let second: EmployeeRow;
let stranger: EmployeeRow;

beforeAll(async () => {
  pipeline = await openPipeline();
  await pipeline.start({ consumers });
});

beforeEach(async () => {
  const { ctx } = pipeline;
  [requester, first, second, stranger] = (await Promise.all([1, 2, 3, 4].map(() => buildEmployee(ctx)))) as [
    EmployeeRow,
    EmployeeRow,
    EmployeeRow,
    EmployeeRow,
  ];
  pipeline.signals.length = 0;
});

afterAll(() => pipeline.close());

function everybody(): EmployeeRow[] {
  return [requester, first, second, stranger];
}

async function kindsByPerson(): Promise<string[][]> {
  const all = await Promise.all(everybody().map((person) => notificationsOf(pipeline.ctx, person)));
  return all.map((notifications) => notifications.map(({ kind }) => kind));
}

function signalledPeople(about: string): Set<string> {
  return new Set(pipeline.signals.filter(({ signal }) => signal.about === about).flatMap(({ to }) => to));
}

describe("a document of two steps", () => {
  it("E42, E50, E51: goes from approver to approver to its end, and exactly the people concerned are told", async () => {
    const { ctx } = pipeline;
    const { id } = await submitAs(ctx, requester, expense([first, second]));
    await pipeline.settle(consumers);
    expect((await waitingBoxOf(ctx, first)).map((card) => card.id)).toEqual([id]);
    expect(await waitingBoxOf(ctx, second)).toEqual([]);
    expect(await kindsByPerson()).toEqual([[], ["APPROVAL_REQUESTED"], [], []]);
    expect(signalledPeople("notifications")).toEqual(new Set([first.id]));

    const [card] = await waitingBoxOf(ctx, first);
    await approve(actingAs(ctx, first), { documentId: id, version: card?.version ?? 0 });
    await pipeline.settle(consumers);
    expect(await waitingBoxOf(ctx, first)).toEqual([]);
    const [next] = await waitingBoxOf(ctx, second);
    expect(next).toMatchObject({ id, currentStep: 2, status: "IN_PROGRESS" });
    expect(await kindsByPerson()).toEqual([[], ["APPROVAL_REQUESTED"], ["APPROVAL_REQUESTED"], []]);

    await approve(actingAs(ctx, second), { documentId: id, version: next?.version ?? 0 });
    await pipeline.settle(consumers);
    const document = await viewDocument(actingAs(ctx, requester), { documentId: id });
    expect(document.status).toBe("APPROVED");
    expect(document.history.map(({ kind }) => kind)).toEqual([
      "SUBMITTED",
      "APPROVED_STEP",
      "STEP_OPENED",
      "APPROVED_STEP",
      "COMPLETED",
    ]);
    expect(await waitingBoxOf(ctx, second)).toEqual([]);
    expect(await kindsByPerson()).toEqual([["APPROVAL_APPROVED"], ["APPROVAL_REQUESTED"], ["APPROVAL_REQUESTED"], []]);
    expect((await notificationsOf(ctx, requester))[0]).toMatchObject({
      subject: "서버 비용",
      link: expect.stringContaining(id),
    });
    expect(signalledPeople("approvals")).toEqual(new Set([requester.id, first.id, second.id]));
  });

  it("E43: rejected at its first step never comes to the second, and the requester reads why", async () => {
    const { ctx } = pipeline;
    const { id, version } = await submitAs(ctx, requester, expense([first, second]));
    await reject(actingAs(ctx, first), { documentId: id, version, reason: "예산 초과" });
    await pipeline.settle(consumers);
    expect(await waitingBoxOf(ctx, second)).toEqual([]);
    expect(await kindsByPerson()).toEqual([["APPROVAL_REJECTED"], ["APPROVAL_REQUESTED"], [], []]);
    expect((await notificationsOf(ctx, requester))[0]?.text).toBe("예산 초과");
  });

  it("whose every event is delivered five times is the same document with the same notifications", async () => {
    const { ctx } = pipeline;
    const { id, version } = await submitAs(ctx, requester, expense([first, second]));
    await approve(actingAs(ctx, first), { documentId: id, version });
    await pipeline.settle(consumers);
    const [card] = await waitingBoxOf(ctx, second);
    await approve(actingAs(ctx, second), { documentId: id, version: card?.version ?? 0 });
    await pipeline.settle(consumers);
    const look = async () => ({
      document: await viewDocument(actingAs(ctx, requester), { documentId: id }),
      notifications: await Promise.all(everybody().map((person) => notificationsOf(ctx, person))),
      queues: await Promise.all(everybody().map((person) => waitingBoxOf(ctx, person))),
    });
    const once = await look();
    expect(once.document.status).toBe("APPROVED");

    for (let time = 2; time <= 5; time += 1) {
      expect(await replayEvents(pipeline.kafka, "erp.approvals.v1", new Date(0), null)).toBeGreaterThanOrEqual(5);
    }
    await pipeline.settle(consumers);
    expect(await look()).toEqual(once);
  });
});

describe("Redis", () => {
  it("E57: wiped, every queue and count comes back equal from MongoDB", async () => {
    const { ctx } = pipeline;
    for (let number = 0; number < 12; number += 1) {
      const line = number % 3 === 0 ? [first, second] : [second, first];
      const { id, version } = await submitAs(ctx, requester, expense(line, { title: `비용 ${number}` }));
      if (number % 4 === 0) await approve(actingAs(ctx, line[0] as EmployeeRow), { documentId: id, version });
    }
    await rebuildQueues(ctx);
    await pipeline.settle(consumers);
    const look = () =>
      Promise.all(
        everybody().map(async (person) => ({
          cards: await readQueue(ctx, person.id, null, 100),
          count: await countQueue(ctx, person.id),
        })),
      );
    const before = await look();
    expect(before.map(({ count }) => count)).toEqual([0, 5, 7, 0]);
    expect(before[1]?.cards).toHaveLength(5);

    await ctx.redis.flushdb();
    expect((await waitingBoxOf(ctx, first)).map(({ id }) => id)).toEqual(before[1]?.cards?.map(({ id }) => id));
    await rebuildQueues(ctx);
    // The relay's leader may have begun to rebuild them too; then they are complete when it is.
    const lookWhenComplete = async () => {
      const now = await look();
      return now.some(({ cards, count }) => cards === null || count === null) ? null : now;
    };
    expect(await eventually("the queues are complete again", lookWhenComplete)).toEqual(before);
  });
});
