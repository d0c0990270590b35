import { setTimeout as sleep } from "node:timers/promises";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { mailCollection } from "@erp/db/mongo/models/mail";
import type { Ctx } from "@erp/domain/context";
import { readCpuUse } from "./measure/usage";

const LOOK_EVERY_MS = 250;
/** Workers that use less of a core than this only keep their connections alive. */
const IDLE_SHARE = 0.1;
const PATIENCE_MS = 5 * 60 * 1000;

/**
 * Waits until every event is published and the workers have nothing left to do; answers how many seconds that took.
 * Throws after five minutes: then something is stuck.
 */
export async function waitForWorkers(ctx: Ctx): Promise<number> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < PATIENCE_MS) {
    const isQuiet = await areWorkersIdle();
    if (isQuiet && (await countUnpublished(ctx)) === 0) return (performance.now() - startedAt - LOOK_EVERY_MS) / 1000;
  }
  throw new Error(
    `the workers are not done after ${PATIENCE_MS / 1000} s; ${await countUnpublished(ctx)} documents have unpublished events`,
  );
}

async function areWorkersIdle(): Promise<boolean> {
  const before = readCpuUse().workers;
  await sleep(LOOK_EVERY_MS);
  return readCpuUse().workers - before < LOOK_EVERY_MS * IDLE_SHARE;
}

function countUnpublished(ctx: Ctx): Promise<number> {
  return documentModel(ctx.mongo).countDocuments({ hasOutbox: true });
}

/** The letters that a load has caused are sent for minutes after it: what is measured next must not share the machine with them. */
export async function dropLetters(ctx: Ctx): Promise<void> {
  await mailCollection(ctx.mongo).deleteMany({ outcome: null });
}
