import { isTracing, type Span, startSpan } from "@erp/telemetry/tracing";
import { type Message, type Publisher, TRACEPARENT_HEADER } from "./messages";
import type { WaitingEvent } from "./outboxes";

/**
 * Publishes events; where somebody traces, each has two spans in the trace of the request that caused it: how long it lay
 * in the outbox, and its way to Kafka, whose trace context travels on in the message's header.
 */
export async function publishInSpans(
  publisher: Publisher,
  store: string,
  events: readonly WaitingEvent[],
): Promise<void> {
  if (!isTracing()) return publisher.publish(events.map(({ message }) => message));
  const sendings = events.map((event) => startSending(store, event));
  try {
    await publisher.publish(sendings.map(({ message }) => message));
  } catch (error) {
    for (const { span } of sendings) span?.fail(error);
    throw error;
  } finally {
    for (const { span } of sendings) span?.end();
  }
}

function startSending(store: string, { message, occurredAt }: WaitingEvent): { span: Span | null; message: Message } {
  const { topic, key, headers = {} } = message;
  const waiting = startSpan(`outbox ${store}`, {
    kind: "internal",
    parent: headers[TRACEPARENT_HEADER],
    startedAt: occurredAt,
  });
  waiting?.end();
  const attributes = {
    "messaging.system": "kafka",
    "messaging.destination.name": topic,
    "messaging.kafka.message.key": key,
  };
  const span = startSpan(`publish ${topic}`, { kind: "producer", parent: waiting?.traceparent, attributes });
  if (!span) return { span, message };
  return { span, message: { ...message, headers: { ...headers, [TRACEPARENT_HEADER]: span.traceparent } } };
}
