import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { DocumentId } from "@erp/contracts/ids";
import type { LeaveTime } from "@erp/contracts/leave";
import type { ChargePreview, LeaveWish, OfferedDaysInput, PreviewChargeInput } from "@erp/contracts/leave-requests";
import { signedIn } from "../actor";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import type { WeeklyHours } from "../employees/employees.hours.rules";
import { DomainError } from "../errors";
import { readHolidays } from "./leave.absences.queries";
import { hold } from "./leave.allocation.rules";
import type { Holidays } from "./leave.calendar.rules";
import { chargedSlices, type LeaveSlice, minutesOfSlices, overlappingDays } from "./leave.charge.rules";
import { type Account, balanceOf, lapse } from "./leave.ledger.rules";
import { findSubject } from "./leave.people.queries";
import { readTakenSlices } from "./leave.requests.queries";
import { chargedDays, requireRecent, timeOf } from "./leave.requests.rules";
import { readAccounts } from "./leave.store.queries";

/** Stands for the request that is only tried out. */
const TRIAL = "TRIAL" as DocumentId;
/** A request is at most so many half days long; beyond a year's leave nobody chooses from a list. */
const MOST_HALF_DAYS = 60;

type Desk = { account: Account; hours: WeeklyHours; holidays: Holidays };

/** What a request of the actor would be charged, and why it would be refused. Decided by the rules of the request itself. */
export async function previewCharge(ctx: Ctx, { wish }: PreviewChargeInput): Promise<ChargePreview> {
  authorize(ctx, "leave:request");
  const desk = await readDesk(ctx);
  const time = timeOf(wish, desk.holidays);
  const taken = await readTakenSlices(ctx.mysql.manager, desk.account.employeeId, time);
  const { slices, refusal } = tryOut(desk, time, taken);
  return {
    time,
    days: chargedDays(time, slices, desk.holidays),
    leaveMinutes: minutesOfSlices(slices),
    availableMinutes: balanceOf(desk.account),
    refusal: refusal && { code: refusal.code, day: (refusal.params.day as CalendarDate | undefined) ?? null },
  };
}

/** 0.5, 1, 1.5 … days from a day on, as long as each would be accepted: never more than is available. */
export async function offeredDays(ctx: Ctx, { from }: OfferedDaysInput): Promise<number[]> {
  authorize(ctx, "leave:request");
  const desk = await readDesk(ctx);
  const longest: LeaveWish = { kind: "DAYS", from, days: MOST_HALF_DAYS / 2 };
  const taken = await readTakenSlices(ctx.mysql.manager, desk.account.employeeId, timeOf(longest, desk.holidays));
  const offered: number[] = [];
  for (let halves = 1; halves <= MOST_HALF_DAYS; halves += 1) {
    const days = halves / 2;
    if (tryOut(desk, timeOf({ kind: "DAYS", from, days }, desk.holidays), taken).refusal) break;
    offered.push(days);
  }
  return offered;
}

/** Read without locks: what is shown may have changed by the time it is asked for, and is then refused. */
async function readDesk(ctx: Ctx): Promise<Desk> {
  const { manager } = ctx.mysql;
  const { id, hours } = await findSubject(manager, signedIn(ctx).id);
  const [accounts, holidays] = await Promise.all([
    readAccounts(manager, [id], koreanDate(ctx.clock.now())),
    readHolidays(manager),
  ]);
  const [account] = accounts;
  if (!account) throw new Error(`no account for ${id}`);
  return { account: lapse(account), hours, holidays };
}

function tryOut(
  { account, hours, holidays }: Desk,
  time: LeaveTime,
  taken: readonly LeaveSlice[],
): { slices: LeaveSlice[]; refusal: DomainError | null } {
  let slices: LeaveSlice[] = [];
  try {
    slices = chargedSlices(time, hours, holidays);
    requireRecent(time, account.today);
    const [day] = overlappingDays(slices, taken);
    if (day) throw new DomainError("leave.overlap", { day });
    hold(account, TRIAL, slices);
    return { slices, refusal: null };
  } catch (error) {
    if (error instanceof DomainError) return { slices, refusal: error };
    throw error;
  }
}
