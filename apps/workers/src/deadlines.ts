import { meetDeadlines } from "@erp/domain/approvals/approvals.deadlines.mutations";
import type { Task } from "./scheduler";

/** Reminds approvers of steps that are due, and escalates those that are late. A look that finds nothing reads an empty index. */
export const deadlines: Task = {
  name: "deadlines",
  everyMs: 60_000,
  run: async (ctx) => {
    const { reminded, escalated } = await meetDeadlines(ctx);
    if (reminded + escalated > 0) ctx.log.info({ reminded, escalated }, "deadlines met");
  },
};
