import type { EventId } from "@erp/contracts/ids";
import { inboxEntries } from "@erp/db/mysql/entities/inbox-entries";
import { outboxEvents } from "@erp/db/mysql/entities/outbox-events";
import { newId } from "@erp/domain/new-id";
import { type TestContext, testContext } from "@erp/domain/testing/test-context";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pruning } from "./pruning";

const DAY_MS = 24 * 60 * 60 * 1000;

let context: TestContext;

beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.close());

function daysAgo(days: number): Date {
  return new Date(context.clock.now().getTime() - days * DAY_MS);
}

it("forgets events a week after they were published and inbox entries after a hundred days, never what still waits", async () => {
  const { ctx } = context;
  const outboxRow = (publishedAt: Date | null) => ({
    eventId: newId<EventId>(ctx.clock),
    topic: "erp.employees.v1",
    aggregateKey: "key",
    message: "{}",
    createdAt: daysAgo(100),
    publishedAt,
  });
  const old = Array.from({ length: 1100 }, () => outboxRow(daysAgo(8)));
  await ctx.mysql.manager.insert(outboxEvents, [...old, outboxRow(daysAgo(6)), outboxRow(null)]);
  const inboxRow = (receivedAt: Date) => ({ consumer: "test", eventId: newId<EventId>(ctx.clock), receivedAt });
  await ctx.mysql.manager.insert(inboxEntries, [inboxRow(daysAgo(101)), inboxRow(daysAgo(99))]);

  await pruning.run(ctx);
  const left = await ctx.mysql.manager.find(outboxEvents, { order: { id: "ASC" } });
  expect(left.map(({ publishedAt }) => publishedAt)).toEqual([daysAgo(6), null]);
  expect((await ctx.mysql.manager.find(inboxEntries)).map(({ receivedAt }) => receivedAt)).toEqual([daysAgo(99)]);
});
