import type { DocumentId, EventId } from "@erp/contracts/ids";
import type { Connection } from "mongoose";
import { documentModel, type StoredEvent } from "./models/approval-document";

/** A document's events that nobody has published yet, oldest first. */
export type WaitingDocument = { documentId: DocumentId; events: StoredEvent[] };

/** Up to `limit` documents with waiting events. Events of one document must be published in the order given. */
export async function findWaitingDocuments(connection: Connection, limit: number): Promise<WaitingDocument[]> {
  const found = await documentModel(connection)
    .find({ hasOutbox: true }, { outbox: 1 })
    .sort({ _id: 1 })
    .limit(limit)
    .lean();
  // Left behind when a relay died between the two updates of `pullPublished`.
  const emptied = found.filter(({ outbox }) => outbox.length === 0);
  await Promise.all(emptied.map(({ _id }) => clearIfEmpty(connection, _id)));
  return found
    .filter(({ outbox }) => outbox.length > 0)
    .map(({ _id, outbox }) => ({ documentId: _id, events: outbox }));
}

/**
 * Forgets events that were published. Normally they are all there is and one update empties the outbox; when a move has
 * added one meanwhile, only the published ones are pulled and the newcomer keeps the document waiting.
 */
export async function markPublished(
  connection: Connection,
  documentId: DocumentId,
  eventIds: readonly EventId[],
): Promise<void> {
  // Events are only appended: the same first one and the same number mean the same list.
  const unchanged = { _id: documentId, outbox: { $size: eventIds.length }, "outbox.0.eventId": eventIds[0] };
  const emptied = await documentModel(connection).updateOne(unchanged, { $set: { outbox: [], hasOutbox: false } });
  if (emptied.matchedCount === 0) await pullPublished(connection, documentId, eventIds);
}

async function pullPublished(
  connection: Connection,
  documentId: DocumentId,
  eventIds: readonly EventId[],
): Promise<void> {
  const published = { outbox: { eventId: { $in: [...eventIds] } } };
  await documentModel(connection).updateOne({ _id: documentId }, { $pull: published });
  await clearIfEmpty(connection, documentId);
}

async function clearIfEmpty(connection: Connection, documentId: DocumentId): Promise<void> {
  await documentModel(connection).updateOne({ _id: documentId, outbox: { $size: 0 } }, { $set: { hasOutbox: false } });
}
