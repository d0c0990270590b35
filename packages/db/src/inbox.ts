import type { DataSource } from "typeorm";
import type { Tx } from "./mysql/transaction";

/**
 * True for the first delivery of an event to a consumer, false for any later one. A concurrent first delivery waits here
 * until the other transaction ends (InnoDB locks the unique key), then sees its row.
 */
export async function isFirstDelivery(tx: Tx, consumer: string, eventId: string, now: Date): Promise<boolean> {
  const result: { affectedRows: number } = await tx.query(
    "INSERT IGNORE INTO inbox_entries (consumer, event_id, received_at) VALUES (?, ?, ?)",
    [consumer, eventId, now],
  );
  return result.affectedRows === 1;
}

/** Deletes up to `limit` entries received before this instant; answers how many. An event that comes again later has its effect again. */
export async function pruneInbox(source: DataSource, receivedBefore: Date, limit: number): Promise<number> {
  const result: { affectedRows: number } = await source.query(
    "DELETE FROM inbox_entries WHERE received_at < ? LIMIT ?",
    [receivedBefore, limit],
  );
  return result.affectedRows;
}
