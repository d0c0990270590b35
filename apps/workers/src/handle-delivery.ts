import { type EventEnvelope, isEventName, parseEvent } from "@erp/contracts/events";
import type { Actor } from "@erp/domain/actor";
import type { Ctx } from "@erp/domain/context";
import { inSpan } from "@erp/telemetry/tracing";
import { type DeadLetterReason, deadLetterOf, isFor } from "./dead-letters";
import { type ConsumerDefinition, reactionTo } from "./define-consumer";
import { classifyFailure } from "./failures";
import { type Delivery, type Kafka, type Outcome, type Publisher, TRACEPARENT_HEADER } from "./messages";

export type Surroundings = {
  kafka: Kafka;
  publisher: Publisher;
  contextFor(actor: Actor, traceparent: string | null): Ctx;
  /** The names of the servers that do not answer. */
  missingDependencies(): Promise<string[]>;
};

/** What became of earlier tries at a message: how many there were, and how many failed while every server was there. */
export type Tries = { made: number; failed: number };

/** What became of a delivery, for the log and the metrics. */
export type Handled = {
  outcome: Outcome;
  result: "handled" | "skipped" | "retried" | "dead";
  /** Empty where the message does not tell. */
  name: string;
  event: EventEnvelope | null;
  error?: unknown;
  reason?: DeadLetterReason;
  /** This try counts against those after which the message is laid aside. */
  hasFailed?: boolean;
};

/** A reaction that fails without a known reason is tried this often, then its message is laid aside; tries while a server is away do not count. */
const ATTEMPTS = 5;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

/** One try at a message: parse it, react, and decide what to do when that fails. Never throws. */
export async function handleDelivery(
  definition: ConsumerDefinition,
  surroundings: Surroundings,
  delivery: Delivery,
  tries: Tries,
): Promise<Handled> {
  const { group } = definition;
  if (!isFor(group, delivery)) return { outcome: "done", result: "skipped", name: "", event: null };

  const parsed = parse(delivery);
  const { name, event } = parsed;
  const retry = (error: unknown): Handled => ({ ...tryAgain(tries.made + 1), name, event, error });
  const layAside = async (reason: DeadLetterReason, error: unknown): Promise<Handled> => {
    const laidAside: Handled = { outcome: "done", result: "dead", name, event, error, reason };
    return surroundings.publisher.publish([deadLetterOf(delivery, group, reason, error)]).then(() => laidAside, retry);
  };
  if (event === null) return layAside(parsed.reason, parsed.error);

  const react = reactionTo(definition, event);
  if (!react) return { outcome: "done", result: "skipped", name, event };
  try {
    const parent = delivery.headers[TRACEPARENT_HEADER] ?? event.traceparent;
    const ctx = surroundings.contextFor({ kind: "system", name: group }, event.traceparent);
    await inSpan(`${group} ${name}`, { kind: "consumer", parent, attributes: placeOf(delivery) }, () =>
      react(ctx, surroundings.kafka),
    );
    return { outcome: "done", result: "handled", name, event };
  } catch (error) {
    const failure = classifyFailure(error);
    if (failure === "refused") return layAside("refused", error);
    if (failure === "unreachable") return retry(error);
    if (tries.failed + 1 < ATTEMPTS) return { ...retry(error), hasFailed: true };
    // Not every driver says that its server is away; before giving up we ask.
    const missing = await surroundings.missingDependencies();
    return missing.length > 0 ? retry(error) : layAside("failed", error);
  }
}

function placeOf({ topic, partition, offset, key }: Delivery) {
  return {
    "messaging.system": "kafka",
    "messaging.destination.name": topic,
    "messaging.destination.partition.id": String(partition),
    "messaging.kafka.offset": offset,
    "messaging.kafka.message.key": key,
  };
}

type Parsed =
  | { name: string; event: EventEnvelope }
  | { name: string; event: null; reason: "malformed" | "unknown-event"; error: unknown };

function parse({ value }: Delivery): Parsed {
  let name = "";
  try {
    const message: unknown = JSON.parse(value.toString());
    name = String((message as { name?: unknown } | null)?.name ?? "");
    return { name, event: parseEvent(message) };
  } catch (error) {
    const isUnknown = name !== "" && !isEventName(name);
    // A name that is not in the catalog must not become a label of a metric: there is no end of them.
    return {
      name: isUnknown ? "unknown" : name,
      event: null,
      reason: isUnknown ? "unknown-event" : "malformed",
      error,
    };
  }
}

function tryAgain(attempt: number): { outcome: Outcome; result: "retried" } {
  return {
    outcome: { retryAfterMs: Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), LONGEST_RETRY_MS) },
    result: "retried",
  };
}
