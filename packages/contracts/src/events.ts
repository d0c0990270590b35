import { z } from "zod";
import { approvalEvents } from "./approvals.events";
import { attendanceEvents } from "./attendance.events";
import { employeeEvents } from "./employees.events";
import { employeeId, eventId } from "./ids";
import { leaveEvents } from "./leave.events";
import { operationsEvents } from "./operations.events";
import { questEvents } from "./quests.events";
import { substitutionEvents } from "./substitutions.events";
import type { Topic } from "./topics";

/**
 * The catalog: every event there is, in the past tense, small, with ids instead of copies.
 * A breaking change gets a new name; readers are deployed first.
 */
export const eventCatalog = {
  ...employeeEvents,
  ...approvalEvents,
  ...substitutionEvents,
  ...leaveEvents,
  ...attendanceEvents,
  ...questEvents,
  ...operationsEvents,
};

export type EventName = keyof typeof eventCatalog;
export type EventData<Name extends EventName> = z.infer<(typeof eventCatalog)[Name]["data"]>;

/** What travels: through the outbox, through Kafka, to the consumers. */
export type EventEnvelope<Name extends EventName = EventName> = {
  [Each in Name]: {
    id: z.infer<typeof eventId>;
    name: Each;
    /** The aggregate's id: Kafka's key, so events of one aggregate stay in order. */
    key: string;
    occurredAt: string;
    /** Null where the system acted. */
    actorId: z.infer<typeof employeeId> | null;
    /** W3C trace context of the request that caused it. */
    traceparent: string | null;
    data: EventData<Each>;
  };
}[Name];

const envelope = z.object({
  id: eventId,
  name: z.string(),
  key: z.string().min(1).max(64),
  occurredAt: z.iso.datetime(),
  actorId: employeeId.nullable(),
  traceparent: z.string().nullable(),
  data: z.unknown(),
});

const catalogName = z.string().refine(isEventName, "event.unknown");

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(eventCatalog, name);
}

export function topicOf(name: EventName): Topic {
  return eventCatalog[name].topic;
}

/** Throws a ZodError when the message is not an event of the catalog. */
export function parseEvent(message: unknown): EventEnvelope {
  const parsed = envelope.parse(message);
  const name = catalogName.parse(parsed.name) as EventName;
  return { ...parsed, name, data: eventCatalog[name].data.parse(parsed.data) } as EventEnvelope;
}
