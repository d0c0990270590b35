import type { Ctx } from "@erp/domain/context";
import { taskSeconds } from "@erp/telemetry/metrics";
import { wait } from "./wait";

/** Work that is done now and then, by the leader alone; it must not mind being done twice. */
export type Task = { name: string; everyMs: number; run(ctx: Ctx): Promise<void> };

/** Runs each task at once and then after every period, until the signal aborts. A task that fails is tried the next time. */
export async function runSchedule(ctx: Ctx, tasks: readonly Task[], signal: AbortSignal): Promise<void> {
  await Promise.all(tasks.map((task) => repeat(ctx, task, signal)));
}

async function repeat(ctx: Ctx, { name, everyMs, run }: Task, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const startedAt = performance.now();
    const outcome = await run(ctx).then(
      () => "done" as const,
      (error) => {
        ctx.log.error({ task: name, err: error }, "task failed");
        return "failed" as const;
      },
    );
    const durationMs = performance.now() - startedAt;
    taskSeconds.observe({ task: name, outcome }, durationMs / 1000);
    ctx.log.debug({ task: name, outcome, durationMs }, "task");
    await wait(everyMs, signal);
  }
}
