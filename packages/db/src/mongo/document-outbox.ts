import type { DocumentId, EventId } from "@erp/contracts/ids";
import type { Connection } from "mongoose";
import { documentCollection, documentModel, type StoredEvent } from "./models/approval-document";

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

/** How many documents have events waiting, and the message of each one's first event, of as many as `limit`. */
export async function measureDocumentOutbox(
  connection: Connection,
  limit: number,
): Promise<{ waiting: number; oldestMessages: string[] }> {
  const waiting = await documentModel(connection).countDocuments({ hasOutbox: true });
  if (waiting === 0) return { waiting, oldestMessages: [] };
  const documents = await findWaitingDocuments(connection, limit);
  return {
    waiting,
    oldestMessages: documents.flatMap(({ events }) => events.slice(0, 1).map(({ message }) => message)),
  };
}

/**
 * Forgets events that were published, of many documents in one command. Normally they are all that waits and the outboxes
 * are emptied; where a move has added one meanwhile, only the published ones are pulled and the newcomer keeps the
 * document waiting.
 */
export async function markPublished(
  connection: Connection,
  published: ReadonlyMap<DocumentId, readonly EventId[]>,
): Promise<void> {
  const documents = [...published];
  if (documents.length === 0) return;
  const empty = documents.map(([_id, eventIds]) => ({
    updateOne: { filter: unchanged(_id, eventIds), update: { $set: { outbox: [], hasOutbox: false } } },
  }));
  const emptied = await documentCollection(connection).bulkWrite(empty, { ordered: false });
  if (emptied.matchedCount === documents.length) return;
  // The answer does not say which documents were passed over.
  const eventIds = documents.flatMap(([, ids]) => ids);
  const left = { _id: { $in: documents.map(([id]) => id) }, "outbox.eventId": { $in: eventIds } };
  const passedOver = await documentModel(connection).find(left, { _id: 1 }).lean();
  await Promise.all(passedOver.map(({ _id }) => pullPublished(connection, _id, eventIds)));
}

/** Events are only appended: the same first one and the same number mean the same list. */
function unchanged(_id: DocumentId, eventIds: readonly EventId[]) {
  return { _id, outbox: { $size: eventIds.length }, "outbox.0.eventId": eventIds[0] };
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
