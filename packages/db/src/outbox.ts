import { type DataSource, In, IsNull } from "typeorm";
import { type OutboxEventRow, outboxEvents } from "./mysql/entities/outbox-events";
import type { Tx } from "./mysql/transaction";

/** Stores an event with the change it announces. Written out, because every change of the company comes by here. */
export async function insertEvent(tx: Tx, event: Omit<OutboxEventRow, "id" | "publishedAt">): Promise<void> {
  const { eventId, topic, aggregateKey, message, createdAt } = event;
  await tx.query(
    "INSERT INTO outbox_events (event_id, topic, aggregate_key, message, created_at) VALUES (?, ?, ?, ?, ?)",
    [eventId, topic, aggregateKey, message, createdAt],
  );
}

/**
 * The oldest events that nobody has published. Never "ids greater than the last": a slow transaction's smaller id appears
 * after a bigger one. Never FOR UPDATE: its gap locks would stop every insert.
 */
export function findWaitingEvents(source: DataSource, limit: number): Promise<OutboxEventRow[]> {
  return source.manager.find(outboxEvents, { where: { publishedAt: IsNull() }, order: { id: "ASC" }, take: limit });
}

export async function markEventsPublished(source: DataSource, ids: readonly number[], now: Date): Promise<void> {
  await source.manager.update(outboxEvents, { id: In([...ids]) }, { publishedAt: now });
}

/** Deletes up to `limit` events published before this instant; answers how many. */
export async function pruneOutbox(source: DataSource, publishedBefore: Date, limit: number): Promise<number> {
  const result: { affectedRows: number } = await source.query(
    "DELETE FROM outbox_events WHERE published_at < ? LIMIT ?",
    [publishedBefore, limit],
  );
  return result.affectedRows;
}

/** How many events wait, and since when the oldest does. */
export async function measureOutbox(source: DataSource): Promise<{ waiting: number; oldestAt: Date | null }> {
  const [row]: { waiting: number; oldestAt: Date | null }[] = await source.query(
    "SELECT COUNT(*) AS waiting, MIN(created_at) AS oldestAt FROM outbox_events WHERE published_at IS NULL",
  );
  return { waiting: Number(row?.waiting ?? 0), oldestAt: row?.oldestAt ?? null };
}
