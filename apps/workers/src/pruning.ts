import { pruneInbox } from "@erp/db/inbox";
import { pruneOutbox } from "@erp/db/outbox";
import type { Task } from "./scheduler";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Published events stay a week, for whoever asks what was announced. */
const OUTBOX_KEPT_MS = 7 * DAY_MS;
/** Longer than Kafka keeps dead letters (kafka-admin.ts): neither replay nor redrive brings an event that the inbox has forgotten. */
const INBOX_KEPT_MS = 100 * DAY_MS;
/** Small deletes: none of them holds its locks for long. */
const ROWS_AT_ONCE = 1000;

export const pruning: Task = {
  name: "prune outbox and inbox",
  everyMs: HOUR_MS,
  run: async (ctx) => {
    const { mysql, clock } = ctx;
    const now = clock.now().getTime();
    await inPieces(() => pruneOutbox(mysql, new Date(now - OUTBOX_KEPT_MS), ROWS_AT_ONCE));
    await inPieces(() => pruneInbox(mysql, new Date(now - INBOX_KEPT_MS), ROWS_AT_ONCE));
  },
};

async function inPieces(deleteSome: () => Promise<number>): Promise<void> {
  while ((await deleteSome()) === ROWS_AT_ONCE);
}
