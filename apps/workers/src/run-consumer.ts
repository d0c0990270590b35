import { type EventEnvelope, isEventName, parseEvent } from "@erp/contracts/events";
import type { Actor } from "@erp/domain/actor";
import type { Ctx } from "@erp/domain/context";
import type { Log } from "@erp/telemetry/log";
import { deadLetters, messageSeconds } from "@erp/telemetry/metrics";
import { type DeadLetterReason, deadLetterOf, isFor } from "./dead-letters";
import { type ConsumerDefinition, reactionTo, topicsOf } from "./define-consumer";
import { classifyFailure } from "./failures";
import type { Delivery, Kafka, Outcome, Publisher, RunningConsumer } from "./messages";

export type ConsumerSurroundings = {
  kafka: Kafka;
  publisher: Publisher;
  contextFor(actor: Actor, traceparent: string | null): Ctx;
  /** The names of the servers that do not answer. */
  missingDependencies(): Promise<string[]>;
  log: Log;
};

/** A reaction that fails without a known reason is tried this often, then its message is laid aside. */
const ATTEMPTS = 5;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

type Result = {
  result: "handled" | "skipped" | "retried" | "dead";
  event: string;
  outcome: Outcome;
  error?: unknown;
  reason?: string;
};

/** Runs a group: parse, react, retry, lay aside, and tell about each message in one line. */
export function runConsumer(definition: ConsumerDefinition, surroundings: ConsumerSurroundings): RunningConsumer {
  const { group } = definition;
  const log = surroundings.log.child({ group });
  const attempts = new Map<string, number>();

  const handle = async (delivery: Delivery): Promise<Outcome> => {
    const startedAt = performance.now();
    const place = `${delivery.topic}/${delivery.partition}/${delivery.offset}`;
    const attempt = (attempts.get(place) ?? 0) + 1;
    const result = await handleOnce(definition, surroundings, delivery, attempt);
    if (result.outcome === "done") attempts.delete(place);
    else attempts.set(place, attempt);
    report(log, group, delivery, attempt, result, performance.now() - startedAt);
    return result.outcome;
  };

  return surroundings.kafka.consume({ group, topics: topicsOf(definition), handle });
}

async function handleOnce(
  definition: ConsumerDefinition,
  surroundings: ConsumerSurroundings,
  delivery: Delivery,
  attempt: number,
): Promise<Result> {
  const { group } = definition;
  const layAside = (event: string, reason: DeadLetterReason, error: unknown) =>
    moveToDeadLetters(surroundings.publisher, delivery, group, event, reason, error, attempt);
  if (!isFor(group, delivery)) return { result: "skipped", event: "", outcome: "done" };

  const parsed = parse(delivery);
  if ("error" in parsed) return layAside(parsed.name, parsed.reason, parsed.error);
  const { event } = parsed;
  const react = reactionTo(definition, event);
  if (!react) return { result: "skipped", event: event.name, outcome: "done" };

  try {
    await react(surroundings.contextFor({ kind: "system", name: group }, event.traceparent));
    return { result: "handled", event: event.name, outcome: "done" };
  } catch (error) {
    const failure = classifyFailure(error);
    if (failure === "refused") return layAside(event.name, "refused", error);
    const isServerAway = failure === "unreachable" || (await surroundings.missingDependencies()).length > 0;
    if (isServerAway) return retry(event.name, attempt, error);
    return attempt < ATTEMPTS ? retry(event.name, attempt, error) : layAside(event.name, "failed", error);
  }
}

type Parsed = { event: EventEnvelope } | { error: unknown; name: string; reason: "malformed" | "unknown-event" };

function parse({ value }: Delivery): Parsed {
  let name = "";
  try {
    const message: unknown = JSON.parse(value.toString());
    name = String((message as { name?: unknown } | null)?.name ?? "");
    return { event: parseEvent(message) };
  } catch (error) {
    const isUnknown = name !== "" && !isEventName(name);
    // A name out of the catalog must not become a label of a metric: anybody could make up more.
    return { error, name: isUnknown ? "unknown" : name, reason: isUnknown ? "unknown-event" : "malformed" };
  }
}

function retry(event: string, attempt: number, error: unknown): Result {
  const retryAfterMs = Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), LONGEST_RETRY_MS);
  return { result: "retried", event, outcome: { retryAfterMs }, error };
}

async function moveToDeadLetters(
  publisher: Publisher,
  delivery: Delivery,
  group: string,
  event: string,
  reason: DeadLetterReason,
  error: unknown,
  attempt: number,
): Promise<Result> {
  try {
    await publisher.publish([deadLetterOf(delivery, group, reason, error)]);
  } catch (publishError) {
    return retry(event, attempt, publishError);
  }
  deadLetters.inc({ group, reason });
  return { result: "dead", event, outcome: "done", error, reason };
}

function report(
  log: Log,
  group: string,
  delivery: Delivery,
  attempt: number,
  { result, event, error, reason }: Result,
  durationMs: number,
): void {
  messageSeconds.observe({ group, event, outcome: result }, durationMs / 1000);
  const { topic, partition, offset, key } = delivery;
  const line = {
    event,
    key,
    topic,
    partition,
    offset,
    attempt,
    outcome: result,
    reason,
    durationMs,
    waitedMs: Date.now() - delivery.sentAt.getTime() - durationMs,
  };
  if (result === "skipped") log.debug(line, "message");
  else if (result === "handled") log.info(line, "message");
  else log[result === "dead" ? "error" : "warn"]({ ...line, err: error }, "message");
}
