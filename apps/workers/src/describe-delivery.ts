import { parseEvent } from "@erp/contracts/events";
import type { Delivery } from "./messages";

/** Where a message lies: topic, partition, offset. */
export function describePlace({ topic, partition, offset }: Delivery): string {
  return `${topic}/${partition}@${offset}`;
}

/** A message in one line for a person: when, what, about which aggregate, by whom. */
export function describeDelivery(delivery: Delivery): string {
  const { key, value, headers, sentAt } = delivery;
  const place = describePlace(delivery);
  const remarks = Object.entries(headers).map(([name, text]) => `${name}=${text}`);
  try {
    const { name, actorId, data } = parseEvent(JSON.parse(value.toString()));
    return [
      sentAt.toISOString(),
      place,
      name,
      key,
      `by ${actorId ?? "the system"}`,
      JSON.stringify(data),
      ...remarks,
    ].join("  ");
  } catch {
    return [sentAt.toISOString(), place, "NOT AN EVENT", key, value.toString().slice(0, 200), ...remarks].join("  ");
  }
}
