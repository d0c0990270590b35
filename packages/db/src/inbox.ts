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
