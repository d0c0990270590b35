import type { DocumentId, EventId } from "@erp/contracts/ids";
import { findWaitingDocuments, markPublished } from "@erp/db/mongo/document-outbox";
import { findWaitingEvents, markEventsPublished } from "@erp/db/outbox";
import type { Ctx } from "@erp/domain/context";
import type { Message } from "./messages";

/** Events that wait in a store: their messages in the order in which they must be published, and how to tick them off. */
export type WaitingEvents = {
  messages: Message[];
  oldestAt: Date;
  /** The batch is full, so there may be more behind it. */
  isFull: boolean;
  markPublished(): Promise<void>;
};

export type Outbox = {
  store: "mysql" | "mongo";
  /** The next batch; null when nothing waits. Until it is marked, the same events come again. */
  next(): Promise<WaitingEvents | null>;
};

const EVENTS_PER_BATCH = 200;
const DOCUMENTS_PER_BATCH = 100;

/** The rows of `outbox_events`. */
export function mysqlOutbox({ mysql, clock }: Ctx): Outbox {
  return {
    store: "mysql",
    next: async () => {
      const rows = await findWaitingEvents(mysql, EVENTS_PER_BATCH);
      const [oldest] = rows;
      if (!oldest) return null;
      return {
        messages: rows.map(({ topic, aggregateKey, message }) => ({ topic, key: aggregateKey, value: message })),
        oldestAt: oldest.createdAt,
        isFull: rows.length === EVENTS_PER_BATCH,
        markPublished: () =>
          markEventsPublished(
            mysql,
            rows.map((row) => row.id),
            clock.now(),
          ),
      };
    },
  };
}

/** The outbox arrays of the approval documents; the document's id is the key. */
export function documentOutbox({ mongo }: Ctx): Outbox {
  return {
    store: "mongo",
    next: async () => {
      const documents = await findWaitingDocuments(mongo, DOCUMENTS_PER_BATCH);
      if (documents.length === 0) return null;
      const events = documents.flatMap(({ documentId, events }) => events.map((event) => ({ ...event, documentId })));
      return {
        messages: events.map(({ topic, documentId, message }) => ({ topic, key: documentId, value: message })),
        oldestAt: new Date(Math.min(...events.map((event) => occurredAt(event.message)))),
        isFull: documents.length === DOCUMENTS_PER_BATCH,
        markPublished: async () => {
          const marking = documents.map(({ documentId, events }) => markDocument(mongo, documentId, events));
          await Promise.all(marking);
        },
      };
    },
  };
}

function markDocument(
  mongo: Ctx["mongo"],
  documentId: DocumentId,
  events: readonly { eventId: EventId }[],
): Promise<void> {
  return markPublished(
    mongo,
    documentId,
    events.map((event) => event.eventId),
  );
}

function occurredAt(message: string): number {
  return Date.parse((JSON.parse(message) as { occurredAt: string }).occurredAt);
}
