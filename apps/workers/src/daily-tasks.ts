import { clearOrphanedFiles } from "@erp/domain/approvals/approvals.files.mutations";
import { closeForgottenDays } from "@erp/domain/attendance/attendance.mutations";
import { accrueAll } from "@erp/domain/leave/leave.accrual.mutations";
import { warnOfExpiringLeave } from "@erp/domain/leave/leave.expiry.mutations";
import type { Task } from "./scheduler";

const HOUR_MS = 60 * 60 * 1000;

/** Due once a day in Korea, tried every hour: a run that finds nothing to do is cheap, and no missed night matters. */
const accrual: Task = {
  name: "statutory leave",
  everyMs: HOUR_MS,
  run: async (ctx) => {
    const { people, entries } = await accrueAll(ctx);
    if (entries > 0) ctx.log.info({ people, entries }, "leave granted or lapsed");
  },
};

const forgottenCheckOuts: Task = {
  name: "forgotten check-outs",
  everyMs: HOUR_MS,
  run: async (ctx) => {
    const closed = await closeForgottenDays(ctx);
    if (closed > 0) ctx.log.info({ closed }, "forgotten check-outs ended");
  },
};

const expiringLeave: Task = {
  name: "expiring leave",
  everyMs: HOUR_MS,
  run: async (ctx) => {
    const announced = await warnOfExpiringLeave(ctx);
    if (announced > 0) ctx.log.info({ announced }, "leave that lapses soon announced");
  },
};

const orphanedFiles: Task = {
  name: "orphaned files",
  everyMs: HOUR_MS,
  run: async (ctx) => {
    const cleared = await clearOrphanedFiles(ctx);
    if (cleared > 0) ctx.log.info({ cleared }, "files that no document names removed");
  },
};

/** What a new day brings. Accrual first: what lapses soon is among what it grants. */
export const dailyTasks: readonly Task[] = [accrual, expiringLeave, forgottenCheckOuts, orphanedFiles];
