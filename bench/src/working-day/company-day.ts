import { setTimeout as sleep } from "node:timers/promises";
import { addDays, type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { Ctx } from "@erp/domain/context";
import { accrueAll } from "@erp/domain/leave/leave.accrual.mutations";
import { step } from "@erp/local-stack/progress";
import { beginDay, countCheckedIn } from "../data/attendance";
import { pick } from "../data/scatter";
import { applyLoad } from "../measure/load";
import { counter } from "../operations/operation";
import { requestOf } from "../portal/procedures";
import type { CompanyDayResult } from "../results";
import type { Stage } from "../stage";
import type { Workforce } from "./workforce";

const CONNECTIONS = 100;
const LONGEST_MORNING_SECONDS = 300;
const LOOK_EVERY_MS = 250;
const PATIENCE_MS = 10 * 60 * 1000;

/**
 * A whole company checks in, on the day that is everybody's thirtieth since the last reward; the rewards are paid. Then
 * the law's grants of a year in which some are due.
 */
export async function measureCompanyDay(stage: Stage, workforce: Workforce): Promise<CompanyDayResult> {
  const { ctx, origin } = stage;
  const today = koreanDate(ctx.clock.now());
  const milestone = await nextMilestone(ctx);
  await beginDay(ctx, today, milestone * 30 - 1);
  const count = counter();
  const startedAt = performance.now();
  const morning = await step("everybody checks in", () =>
    applyLoad({
      origin,
      connections: CONNECTIONS,
      seconds: LONGEST_MORNING_SECONDS,
      maxRequests: workforce.everybody.length,
      nextRequest: () => requestOf("attendance.checkIn", undefined, pick(workforce.everybody, count()).headers),
    }),
  );
  const checkInSeconds = (performance.now() - startedAt) / 1000;
  const paidSeconds = await step("everybody is paid", () => waitForRewards(ctx, milestone, morning.answered));
  return {
    people: workforce.everybody.length,
    attendanceRows: workforce.attendanceRows,
    checkedIn: await countCheckedIn(ctx, today),
    refused: morning.refused,
    checkInSeconds,
    p99: morning.latency.p99,
    rewards: await countRewards(ctx, milestone),
    secondsUntilPaid: checkInSeconds + paidSeconds,
    accrual: await step("a year's grants", () => measureAccrual(ctx, today)),
    accrualAgain: await step("the same once more", () => timed(() => accrueAll(ctx))),
  };
}

/** Rewards are paid once for ever, so that every run needs one that nobody has had yet. */
async function nextMilestone({ mysql }: Ctx): Promise<number> {
  const [highest]: { milestone: string | null }[] = await mysql.query(
    "SELECT MAX(CAST(SUBSTRING_INDEX(lot_key, ':', -1) AS UNSIGNED)) AS milestone FROM leave_lots WHERE kind = 'ATTENDANCE'",
  );
  return Math.max(25, Number(highest?.milestone ?? 0) + 1);
}

/** Lots of this milestone and the minutes granted in them: one each, of one day. */
async function countRewards({ mysql }: Ctx, milestone: number): Promise<CompanyDayResult["rewards"]> {
  const [paid]: { lots: string; grants: string; people: string }[] = await mysql.query(
    `SELECT COUNT(DISTINCT lot.lot_key) AS lots, COUNT(*) AS grants, COUNT(DISTINCT lot.employee_id) AS people
       FROM leave_lots lot JOIN leave_ledger entry ON entry.lot_key = lot.lot_key AND entry.kind = 'GRANT'
      WHERE lot.kind = 'ATTENDANCE' AND lot.lot_key LIKE ?`,
    [`%:${milestone}`],
  );
  return { people: Number(paid?.people), lots: Number(paid?.lots), grants: Number(paid?.grants) };
}

/** Seconds from now until as many are paid as are due. Throws after ten minutes. */
async function waitForRewards(ctx: Ctx, milestone: number, due: number): Promise<number> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < PATIENCE_MS) {
    if ((await countRewards(ctx, milestone)).people >= due) return (performance.now() - startedAt) / 1000;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`not everybody is paid after ${PATIENCE_MS / 1000} s`);
}

/** The first year's end at which something is due: earlier runs may have brought the ledger beyond today. */
async function measureAccrual(ctx: Ctx, today: CalendarDate): Promise<CompanyDayResult["accrual"]> {
  for (let year = 0; ; year += 1) {
    const measured = await timed(() => accrueAll(ctx, addDays(today, year * 365)));
    if (measured.entries > 0) return measured;
  }
}

async function timed(accrue: () => Promise<{ people: number; entries: number }>): Promise<CompanyDayResult["accrual"]> {
  const startedAt = performance.now();
  const { people, entries } = await accrue();
  return { people, entries, seconds: (performance.now() - startedAt) / 1000 };
}
