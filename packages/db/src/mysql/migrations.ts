import type { MigrationInterface } from "typeorm";
import { CreateOutboxAndInbox1763800000000 } from "./migrations/1763800000000-create-outbox-and-inbox";

/** In the order they run; new ones at the end, old ones never edited. */
export const migrations: (new () => MigrationInterface)[] = [CreateOutboxAndInbox1763800000000];
