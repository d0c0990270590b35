import { type EventEnvelope, type EventName, topicOf } from "@erp/contracts/events";
import type { Ctx } from "@erp/domain/context";
import type { Kafka } from "./messages";

/** What we do when an event arrives. Must be idempotent: events are delivered at least once. */
export type Reaction<Name extends EventName> = (ctx: Ctx, event: EventEnvelope<Name>, kafka: Kafka) => Promise<void>;
export type Reactions = { readonly [Name in EventName]?: Reaction<Name> };

/** One file, one group, one deployment. */
export type ConsumerDefinition = { group: string; on: Reactions };

/** A group and its reactions, each typed by the catalog: `defineConsumer({ group, on: { "approval.submitted": react } })`. */
export function defineConsumer(definition: ConsumerDefinition): ConsumerDefinition {
  return definition;
}

/** The topics of the events the group reacts to. */
export function topicsOf({ on }: ConsumerDefinition): string[] {
  return [...new Set((Object.keys(on) as EventName[]).map(topicOf))];
}

/** The group's reaction to this event; null when it has none. */
export function reactionTo(
  { on }: ConsumerDefinition,
  event: EventEnvelope,
): ((ctx: Ctx, kafka: Kafka) => Promise<void>) | null {
  // Name and data of one envelope belong together; the compiler cannot follow that through an index.
  const reaction = on[event.name] as Reaction<EventName> | undefined;
  return reaction ? (ctx, kafka) => reaction(ctx, event, kafka) : null;
}
