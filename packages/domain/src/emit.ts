import { type EventData, type EventEnvelope, type EventName, topicOf } from "@erp/contracts/events";
import type { EventId } from "@erp/contracts/ids";
import type { Tx } from "@erp/db/mysql/transaction";
import { insertEvent } from "@erp/db/outbox";
import { currentTraceparent } from "@erp/telemetry/tracing";
import { actorIdOf } from "./actor";
import type { Ctx } from "./context";
import { newId } from "./new-id";

/** Builds an event of the catalog. `key` is the aggregate's id: events of one aggregate stay in order. */
export function newEvent<Name extends EventName>(
  ctx: Ctx,
  name: Name,
  key: string,
  data: EventData<Name>,
): EventEnvelope<Name> {
  return {
    id: newId<EventId>(ctx.clock),
    name,
    key,
    occurredAt: ctx.clock.now().toISOString(),
    actorId: actorIdOf(ctx.actor),
    traceparent: currentTraceparent() ?? ctx.traceparent,
    data,
  } as EventEnvelope<Name>;
}

/** Stores an event in the transaction whose change it announces (ADR 0002); the relay publishes it after the commit. */
export async function emit<Name extends EventName>(
  ctx: Ctx,
  tx: Tx,
  name: Name,
  key: string,
  data: EventData<Name>,
): Promise<void> {
  const event = newEvent(ctx, name, key, data);
  await insertEvent(tx, {
    eventId: event.id,
    topic: topicOf(name),
    aggregateKey: key,
    message: JSON.stringify(event),
    createdAt: ctx.clock.now(),
  });
}
