import type { Topic } from "@erp/contracts/topics";
import { noteDeadLetter } from "@erp/domain/operations/operations.reports.mutations";
import type { Log } from "@erp/telemetry/log";
import { deadLetters, messageSeconds } from "@erp/telemetry/metrics";
import type { DeadLetterReason } from "./dead-letters";
import { type ConsumerDefinition, topicsOf } from "./define-consumer";
import { type Handled, handleDelivery, type Surroundings, type Tries } from "./handle-delivery";
import type { Delivery, Outcome, RunningConsumer } from "./messages";

export type ConsumerSurroundings = Surroundings & { log: Log };

/** Runs a group: every message is handled as `handle-delivery.ts` says, counted, and told about in one line. */
export function runConsumer(definition: ConsumerDefinition, surroundings: ConsumerSurroundings): RunningConsumer {
  const { group } = definition;
  const log = surroundings.log.child({ group });
  const triesAt = new Map<string, Tries>();

  const handle = async (delivery: Delivery): Promise<Outcome> => {
    const startedAt = performance.now();
    const place = `${delivery.topic}/${delivery.partition}/${delivery.offset}`;
    const tries = triesAt.get(place) ?? { made: 0, failed: 0 };
    const handled = await handleDelivery(definition, surroundings, delivery, tries);
    const attempt = tries.made + 1;
    if (handled.outcome === "done") triesAt.delete(place);
    else triesAt.set(place, { made: attempt, failed: tries.failed + (handled.hasFailed ? 1 : 0) });
    const durationMs = performance.now() - startedAt;
    count(group, handled, durationMs);
    if (handled.reason) await remember(surroundings, group, delivery, handled.name, handled.reason);
    tell(log, delivery, attempt, handled, durationMs);
    return handled.outcome;
  };

  return surroundings.kafka.consume({ group, topics: topicsOf(definition), handle });
}

/** For the page that shows dead letters. Only a note: the message itself is safe in Kafka by now. */
async function remember(
  { contextFor, log }: ConsumerSurroundings,
  group: string,
  { topic, key, partition, offset }: Delivery,
  event: string,
  reason: DeadLetterReason,
): Promise<void> {
  const ctx = contextFor({ kind: "system", name: group }, null);
  const place = `${partition}/${offset}`;
  await noteDeadLetter(ctx, topic as Topic, { group, reason, event, key, place, givenUpAt: ctx.clock.now() }).catch(
    (err) => log.warn({ err, topic, key }, "dead letter not noted"),
  );
}

function count(group: string, { result, name, reason }: Handled, durationMs: number): void {
  messageSeconds.observe({ group, event: name, outcome: result }, durationMs / 1000);
  if (reason) deadLetters.inc({ group, reason });
}

/** The one line about a message: everything that is asked for when something went wrong with it. */
function tell(log: Log, delivery: Delivery, attempt: number, handled: Handled, durationMs: number): void {
  const { topic, partition, offset, key, sentAt } = delivery;
  const { result, name, event, error, reason } = handled;
  const line = {
    event: name,
    eventId: event?.id,
    traceparent: event?.traceparent,
    key,
    topic,
    partition,
    offset,
    attempt,
    outcome: result,
    reason,
    durationMs,
    waitedMs: Date.now() - sentAt.getTime() - durationMs,
  };
  if (result === "skipped") log.debug(line, "message");
  else if (result === "handled") log.info(line, "message");
  else log[result === "dead" ? "error" : "warn"]({ ...line, err: error }, "message");
}
