import type { EventEnvelope } from "@erp/contracts/events";
import { isFirstDelivery } from "@erp/db/inbox";
import { runInTransaction, type Tx } from "@erp/db/mysql/transaction";
import { OUTBOX_WAKE_CHANNEL } from "@erp/db/redis/keys";
import type { Ctx } from "./context";

/** One MySQL transaction; afterwards the relay is woken, so that its events need not wait for the next poll. */
export async function inTransaction<Result>(ctx: Ctx, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const result = await runInTransaction(ctx.mysql, work);
  wakeRelay(ctx, "mysql");
  return result;
}

/** The effect of an event on MySQL, once however often it is delivered: the inbox row is written in the same transaction. */
export async function inTransactionOnce(
  ctx: Ctx,
  consumer: string,
  event: EventEnvelope,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if (await isFirstDelivery(tx, consumer, event.id, ctx.clock.now())) await work(tx);
  });
}

/** Only saves the wait for a poll: nobody waits for it, and nothing is lost without it. */
export function wakeRelay(ctx: Ctx, store: "mysql" | "mongo"): void {
  ctx.redis.publish(OUTBOX_WAKE_CHANNEL, store).catch(() => {});
}
