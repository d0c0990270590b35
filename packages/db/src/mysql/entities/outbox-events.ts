import { EntitySchema } from "typeorm";
import { idColumn, instantColumn, textColumn } from "../columns";

/** An event waiting to be published, written in the transaction that it announces. */
export type OutboxEventRow = {
  id: number;
  eventId: string;
  topic: string;
  /** The whole envelope as JSON text: what Kafka gets is what was committed. */
  message: string;
  aggregateKey: string;
  createdAt: Date;
  publishedAt: Date | null;
};

export const outboxEvents = new EntitySchema<OutboxEventRow>({
  name: "outbox_events",
  columns: {
    id: { type: "bigint", unsigned: true, primary: true, generated: "increment" },
    eventId: { ...idColumn, name: "event_id" },
    topic: textColumn(100),
    message: { type: "mediumtext" },
    aggregateKey: { ...textColumn(64), name: "aggregate_key" },
    createdAt: { ...instantColumn, name: "created_at" },
    publishedAt: { ...instantColumn, name: "published_at", nullable: true },
  },
});
