import { EntitySchema } from "typeorm";
import { idColumn, instantColumn, textColumn } from "../columns";

/** That a consumer has had an event, written in the transaction of its effect. */
export type InboxEntryRow = { consumer: string; eventId: string; receivedAt: Date };

export const inboxEntries = new EntitySchema<InboxEntryRow>({
  name: "inbox_entries",
  columns: {
    consumer: { ...textColumn(60), primary: true },
    eventId: { ...idColumn, name: "event_id", primary: true },
    receivedAt: { ...instantColumn, name: "received_at" },
  },
});
