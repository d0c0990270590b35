import { setMaxListeners } from "node:events";
import { takeNamedLock } from "@erp/db/mysql/named-lock";
import type { Ctx } from "@erp/domain/context";
import { wait } from "./wait";

/** How long a program that does not lead waits at the lock before it asks again (seconds). */
const WAIT_SECONDS = 2;
const CHECK_EVERY_MS = 1000;

export type Leadership = { isLeading(): boolean; stop(): Promise<void> };

/**
 * Runs `lead` in one program at a time, whoever holds the lock in MySQL; the next one takes over as soon as the leader's
 * connection ends. `lead` must return soon after its signal aborts. For a moment two may lead, when the old one has not
 * yet noticed: their messages double, which consumers accept.
 */
export function leadByTurns(ctx: Ctx, lockName: string, lead: (signal: AbortSignal) => Promise<void>): Leadership {
  const stopping = new AbortController();
  let isLeading = false;

  const takeTurn = async () => {
    const lock = await takeNamedLock(ctx.mysql, lockName, WAIT_SECONDS);
    if (!lock) return;
    const turn = new AbortController();
    // Every task of the leader waits on it; more than ten are no leak.
    setMaxListeners(0, turn.signal);
    const end = () => turn.abort();
    stopping.signal.addEventListener("abort", end, { once: true });
    if (stopping.signal.aborted) end();
    isLeading = true;
    ctx.log.info({ lockName }, "leading");
    const leading = lead(turn.signal);
    while (!turn.signal.aborted && (await lock.isHeld())) await wait(CHECK_EVERY_MS, turn.signal);
    end();
    isLeading = false;
    await leading;
    lock.release();
    stopping.signal.removeEventListener("abort", end);
    ctx.log.info({ lockName }, "no longer leading");
  };

  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        await takeTurn();
      } catch (error) {
        ctx.log.warn({ lockName, err: error }, "cannot ask for the lock");
        await wait(CHECK_EVERY_MS, stopping.signal);
      }
    }
  };
  const running = run();
  return {
    isLeading: () => isLeading,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
