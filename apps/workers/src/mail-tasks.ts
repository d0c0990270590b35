import { writeDueDigests } from "@erp/domain/notifications/notifications.digests.mutations";
import { type MailService, sendDueMails } from "@erp/domain/notifications/notifications.mails.mutations";
import type { Task } from "./scheduler";

/** A mail is no signal: seconds do not matter, and a look at an index that finds nothing is cheap. */
const SEND_EVERY_MS = 3_000;
const WRITE_EVERY_MS = 60_000;

/**
 * Mails of notifications, as they fall due. Without a mail service none: what waits is sent when there is one, unless it is
 * older than three days by then and given up.
 */
export function mailTasks(service: MailService | null): readonly Task[] {
  return service === null ? [] : [digests, sendingBy(service)];
}

const digests: Task = {
  name: "digests",
  everyMs: WRITE_EVERY_MS,
  run: async (ctx) => {
    const written = await writeDueDigests(ctx);
    if (written > 0) ctx.log.info({ written }, "digests written");
  },
};

function sendingBy(service: MailService): Task {
  return {
    name: "mails",
    everyMs: SEND_EVERY_MS,
    run: async (ctx) => {
      const sent = await sendDueMails(ctx, service);
      if (sent > 0) ctx.log.info({ sent }, "mails sent");
    },
  };
}
