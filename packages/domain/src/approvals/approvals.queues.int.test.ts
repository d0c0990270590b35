import type { Box, DocumentCard } from "@erp/contracts/approvals";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { openRedis } from "@erp/db/redis/client";
import { redisKeys } from "@erp/db/redis/keys";
import { claimRebuild, endRebuild, keepRebuilding } from "@erp/db/redis/waiting-queues";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Ctx } from "../context";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { existing } from "../testing/existing";
import { expenseFor } from "../testing/expense-for";
import { settleDocuments } from "../testing/settle-documents";
import { type TestContext, testContext } from "../testing/test-context";
import { countBoxes, listBox } from "./approvals.boxes.queries";
import { submit } from "./approvals.drafts.mutations";
import { approve, withdraw } from "./approvals.mutations";
import { projectDocument, rebuildQueues, restoreQueues } from "./approvals.queues.mutations";
import { findDocument } from "./approvals.store.queries";

let test: TestContext;
let writer: EmployeeRow;
let approver: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

beforeEach(async () => {
  await test.ctx.redis.flushdb();
  await rebuildQueues(test.ctx);
  writer = await buildEmployee(test.ctx);
  approver = await buildEmployee(test.ctx, { role: "MANAGER" });
});
afterEach(() => vi.restoreAllMocks());

/** A Redis nobody listens at: every command fails at once. */
function withoutRedis(ctx: Ctx): Ctx {
  const redis = openRedis("redis://127.0.0.1:1");
  redis.disconnect();
  return { ...ctx, redis };
}

async function submitMany(count: number, approvers: EmployeeRow[] = [approver]) {
  const ids = [];
  for (let index = 0; index < count; index += 1) {
    const document = await submit(actingAs(test.ctx, writer), expenseFor(approvers.map(({ id }) => id)));
    ids.push(document.id);
    if (index % 3 === 2) test.clock.advance(1000);
  }
  return ids;
}

async function readAll(ctx: Ctx, limit: number, box: Box = "WAITING"): Promise<DocumentCard[]> {
  const cards: DocumentCard[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listBox(ctx, { box, limit, cursor });
    cards.push(...page.items);
    if (page.nextCursor === null) return cards;
    cursor = page.nextCursor;
  }
}

/** Reads that reach MongoDB would not be answered by the queue. */
async function readsOfMongo(work: () => Promise<unknown>): Promise<number> {
  const find = vi.spyOn(documentModel(test.ctx.mongo), "find");
  await work();
  return find.mock.calls.length;
}

describe("the waiting box", () => {
  it("is served from Redis and is equal to MongoDB's, page by page, oldest first", async () => {
    const ids = await submitMany(11);
    const ctx = actingAs(test.ctx, approver);
    expect(await readsOfMongo(() => readAll(ctx, 30))).toBe(0);
    for (const limit of [1, 4, 11, 30]) {
      const queued = await readAll(ctx, limit);
      expect(queued.map(({ id }) => id)).toEqual(ids);
      expect(await readAll(withoutRedis(ctx), limit)).toEqual(queued);
    }
  });

  it("goes on behind a document that was decided while its page was open", async () => {
    const ids = await submitMany(5);
    const ctx = actingAs(test.ctx, approver);
    const page = await listBox(ctx, { box: "WAITING", limit: 2 });
    await approve(ctx, { documentId: existing(ids[1]), version: 1 });
    const { items } = await listBox(ctx, { box: "WAITING", limit: 10, cursor: page.nextCursor ?? undefined });
    expect(items.map(({ id }) => id)).toEqual(ids.slice(2));
  });

  it("with a filter comes from MongoDB", async () => {
    await submitMany(2);
    const ctx = actingAs(test.ctx, approver);
    expect(await readsOfMongo(() => listBox(ctx, { box: "WAITING", limit: 5, formCode: "EXPENSE" }))).toBe(1);
    expect((await listBox(ctx, { box: "WAITING", limit: 5, formCode: "PROJECT" })).items).toEqual([]);
  });

  it("loses the document at once when it is decided or withdrawn, without any worker", async () => {
    const [one, two, three] = await submitMany(3);
    const ctx = actingAs(test.ctx, approver);
    await approve(ctx, { documentId: existing(one), version: 1 });
    await withdraw(actingAs(test.ctx, writer), { documentId: existing(two), version: 1 });
    expect((await readAll(ctx, 10)).map(({ id }) => id)).toEqual([three]);
    expect(await countBoxes(ctx)).toMatchObject({ WAITING: 1, DONE: 1 });
  });
});

describe("the projection", () => {
  it("is never turned back by an older version, however late it comes", async () => {
    const [id] = await submitMany(1);
    const old = await findDocument(test.ctx, existing(id));
    await approve(actingAs(test.ctx, approver), { documentId: existing(id), version: 1 });
    await projectDocument(test.ctx, existing(old));
    expect(await readAll(actingAs(test.ctx, approver), 10)).toEqual([]);
  });

  it("may be repeated, also after its queue was lost", async () => {
    const [id] = await submitMany(1);
    const document = await findDocument(test.ctx, existing(id));
    await test.ctx.redis.del(redisKeys.waitingQueue(approver.id));
    for (let delivery = 0; delivery < 5; delivery += 1) await projectDocument(test.ctx, existing(document));
    expect(await readAll(actingAs(test.ctx, approver), 10)).toHaveLength(1);
  });

  it("is made good by the worker when Redis was away during the request", async () => {
    const ctx = actingAs(test.ctx, writer);
    const document = await submit(withoutRedis(ctx), expenseFor([approver.id]));
    expect(await readAll(actingAs(test.ctx, approver), 10)).toEqual([]);
    await settleDocuments(test.ctx);
    expect((await readAll(actingAs(test.ctx, approver), 10)).map(({ id }) => id)).toEqual([document.id]);
  });
});

describe("E57: a wiped Redis", () => {
  it("costs nobody a document: lists and counts are equal before, during and after", async () => {
    await submitMany(7);
    const ctx = actingAs(test.ctx, approver);
    const before = { cards: await readAll(ctx, 3), counts: await countBoxes(ctx) };
    expect(before.counts.WAITING).toBe(7);

    await test.ctx.redis.flushdb();
    expect({ cards: await readAll(ctx, 3), counts: await countBoxes(ctx) }).toEqual(before);

    await expect.poll(() => test.ctx.redis.exists(redisKeys.waitingQueueReady)).toBe(1);
    expect(await readsOfMongo(() => readAll(ctx, 3))).toBe(0);
    expect({ cards: await readAll(ctx, 3), counts: await countBoxes(ctx) }).toEqual(before);
  });

  it("is answered from MongoDB while documents are projected into an incomplete queue", async () => {
    await submitMany(3);
    await test.ctx.redis.flushdb();
    // Somebody else claims the rebuild and takes their time.
    expect(await claimRebuild(test.ctx.redis, "somebody-else")).toBe(true);
    await submitMany(1);
    expect(await readAll(actingAs(test.ctx, approver), 10)).toHaveLength(4);
  });

  it("in the middle of a rebuild starts it again", async () => {
    await submitMany(3);
    vi.spyOn(test.ctx.redis, "unlink").mockImplementationOnce(async () => {
      await test.ctx.redis.flushdb();
      return 1;
    });
    await rebuildQueues(test.ctx);
    expect(await readAll(actingAs(test.ctx, approver), 10)).toHaveLength(3);
    expect(await test.ctx.redis.exists(redisKeys.waitingQueueReady)).toBe(1);
  });

  it("is rebuilt by one of many who notice at once", async () => {
    await submitMany(2);
    await test.ctx.redis.flushdb();
    await Promise.all(Array.from({ length: 10 }, () => restoreQueues(test.ctx)));
    expect(await readsOfMongo(() => readAll(actingAs(test.ctx, approver), 10))).toBe(0);
  });
});

describe("a rebuild that is under way", () => {
  beforeEach(() => test.ctx.redis.flushdb());

  it("is left alone, however long it takes, by whoever notices that the queues are incomplete", async () => {
    await submitMany(2);
    await claimRebuild(test.ctx.redis, "large-company");
    await test.ctx.redis.expire(redisKeys.waitingQueueRebuilding, 1);
    expect(await keepRebuilding(test.ctx.redis, "large-company")).toBe("under-way");
    expect(await test.ctx.redis.ttl(redisKeys.waitingQueueRebuilding)).toBeGreaterThan(1);
    await restoreQueues(test.ctx);
    expect(await test.ctx.redis.exists(redisKeys.waitingQueueReady)).toBe(0);
    expect(await endRebuild(test.ctx.redis, "large-company")).toBe("complete");
  });

  it("gives way to one that is asked for, and to another after its death", async () => {
    await submitMany(2);
    await claimRebuild(test.ctx.redis, "dead");
    await rebuildQueues(test.ctx);
    expect(await keepRebuilding(test.ctx.redis, "dead")).toBe("superseded");
    await test.ctx.redis.del(redisKeys.waitingQueueReady);
    await claimRebuild(test.ctx.redis, "dead too");
    await test.ctx.redis.pexpire(redisKeys.waitingQueueRebuilding, 1);
    await expect.poll(() => claimRebuild(test.ctx.redis, "next")).toBe(true);
  });
});

it("a rebuild throws out what no longer waits", async () => {
  await submitMany(1);
  await test.ctx.redis.zadd(redisKeys.waitingQueue(approver.id), 1, "01JDCA5N8QG7X2M4R6T9VWYZ0B");
  await rebuildQueues(test.ctx);
  expect(await test.ctx.redis.zcard(redisKeys.waitingQueue(approver.id))).toBe(1);
});
