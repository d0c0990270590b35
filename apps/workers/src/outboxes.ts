import type { DocumentId, EventId } from "@erp/contracts/ids";
import { findWaitingDocuments, markPublished, measureDocumentOutbox } from "@erp/db/mongo/document-outbox";
import { findWaitingEvents, markEventsPublished, measureOutbox } from "@erp/db/outbox";
import type { Ctx } from "@erp/domain/context";
import { type Message, TRACEPARENT_HEADER } from "./messages";

/** An event that waits to be published; `id` is what its store calls it. */
export type WaitingEvent = { id: string; occurredAt: Date; message: Message };

export type Outbox = {
  store: "mysql" | "mongo";
  /** The oldest waiting events, in the order in which they must be published; `isFull` when there may be more. */
  next(): Promise<{ events: WaitingEvent[]; isFull: boolean }>;
  /** They need not be published again. Until then they are found again. */
  markPublished(events: readonly WaitingEvent[]): Promise<void>;
  /** How much waits, and since when; null when nothing does. */
  measure(): Promise<{ waiting: number; oldestAt: Date | null }>;
};

const EVENTS_PER_BATCH = 200;
const DOCUMENTS_PER_BATCH = 100;

/** The rows of `outbox_events`. */
export function mysqlOutbox({ mysql, clock }: Ctx): Outbox {
  return {
    store: "mysql",
    next: async () => {
      const rows = await findWaitingEvents(mysql, EVENTS_PER_BATCH);
      const events = rows.map(({ id, topic, aggregateKey, message, createdAt }) => ({
        id: String(id),
        occurredAt: createdAt,
        message: messageOf(topic, aggregateKey, message),
      }));
      return { events, isFull: rows.length === EVENTS_PER_BATCH };
    },
    markPublished: (events) => {
      const ids = events.map(({ id }) => Number(id));
      return markEventsPublished(mysql, ids, clock.now());
    },
    measure: () => measureOutbox(mysql),
  };
}

/** The outbox arrays of the approval documents; the document's id is the key. */
export function documentOutbox({ mongo }: Ctx): Outbox {
  return {
    store: "mongo",
    next: async () => {
      const documents = await findWaitingDocuments(mongo, DOCUMENTS_PER_BATCH);
      const events = documents.flatMap(({ documentId, events }) =>
        events.map(({ eventId, topic, message }) => ({
          id: eventId,
          occurredAt: occurredAt(message),
          message: messageOf(topic, documentId, message),
        })),
      );
      return { events, isFull: documents.length === DOCUMENTS_PER_BATCH };
    },
    markPublished: (events) => {
      const documents = new Map<DocumentId, EventId[]>();
      for (const { id, message } of events) {
        const key = message.key as DocumentId;
        documents.set(key, [...(documents.get(key) ?? []), id as EventId]);
      }
      return markPublished(mongo, documents);
    },
    measure: async () => {
      const { waiting, oldestMessages } = await measureDocumentOutbox(mongo, DOCUMENTS_PER_BATCH);
      const instants = oldestMessages.map((message) => occurredAt(message).getTime());
      return { waiting, oldestAt: instants.length > 0 ? new Date(Math.min(...instants)) : null };
    },
  };
}

function occurredAt(message: string): Date {
  return new Date((JSON.parse(message) as { occurredAt: string }).occurredAt);
}

/** Stands before the event's own data, so that the first one found is the envelope's. */
const TRACEPARENT = /"traceparent":"([0-9a-f-]{55})"/;

/** The envelope's trace context is repeated in the header, for everybody who does not read messages. */
function messageOf(topic: string, key: string, value: string): Message {
  const traceparent = TRACEPARENT.exec(value)?.[1];
  return { topic, key, value, ...(traceparent && { headers: { [TRACEPARENT_HEADER]: traceparent } }) };
}
