import type { EntitySchema } from "typeorm";
import { inboxEntries } from "./entities/inbox-entries";
import { outboxEvents } from "./entities/outbox-events";

/** Every table the application reads or writes, listed by hand: a forgotten one fails the first query, not production. */
export const entities: EntitySchema[] = [outboxEvents, inboxEntries] as EntitySchema[];
