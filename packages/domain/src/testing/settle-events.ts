import { findWaitingDocuments, markPublished } from "@erp/db/mongo/document-outbox";
import { findWaitingEvents, markEventsPublished } from "@erp/db/outbox";
import type { Ctx } from "../context";
import { deliver } from "./settle-documents";

/** What relay and workers do, without Kafka: every waiting event of MySQL and of the documents, until none is left. */
export async function settleEvents(ctx: Ctx, deliveries = 1): Promise<void> {
  while ((await settleMysql(ctx, deliveries)) + (await settleMongo(ctx, deliveries)) > 0);
}

async function settleMysql(ctx: Ctx, deliveries: number): Promise<number> {
  const waiting = await findWaitingEvents(ctx.mysql, 200);
  for (const { message } of waiting) await deliver(ctx, message, deliveries);
  if (waiting.length === 0) return 0;
  await markEventsPublished(
    ctx.mysql,
    waiting.map(({ id }) => id),
    ctx.clock.now(),
  );
  return waiting.length;
}

async function settleMongo(ctx: Ctx, deliveries: number): Promise<number> {
  const waiting = await findWaitingDocuments(ctx.mongo, 100);
  for (const { documentId, events } of waiting) {
    for (const { message } of events) await deliver(ctx, message, deliveries);
    await markPublished(ctx.mongo, new Map([[documentId, events.map(({ eventId }) => eventId)]]));
  }
  return waiting.length;
}
