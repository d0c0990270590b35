import { addDays, type CalendarDate, koreanDate, type Period, weekdayOf } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import { STANDARD_DAY_MINUTES } from "@erp/contracts/leave";
import type { LeaveWish } from "@erp/contracts/leave-requests";
import { counterModel } from "@erp/db/mongo/models/counter";
import { notificationModel } from "@erp/db/mongo/models/notification";
import { approve, reject, withdraw } from "../approvals/approvals.mutations";
import { findDocument } from "../approvals/approvals.store.queries";
import type { Ctx } from "../context";
import { readHolidays } from "../leave/leave.absences.queries";
import { accrueAll } from "../leave/leave.accrual.mutations";
import { adjustLeave } from "../leave/leave.adjustments.mutations";
import { type Holidays, isWorkday } from "../leave/leave.calendar.rules";
import { cancelLeave, requestCancellation } from "../leave/leave.cancellations.mutations";
import { previewCharge } from "../leave/leave.preview.queries";
import { requestLeave } from "../leave/leave.requests.mutations";
import { settleDocument } from "../testing/settle-documents";
import { type AdjustmentStory, adjustmentStories, type LeaveStory, leaveStories } from "./demo-leave.data";
import type { DemoPerson } from "./demo-people";
import { demoProfiles } from "./demo-people.data";
import { type Cast, loadCast, openStage, type Stage } from "./demo-stage";

/** How many stories have been told, as for the documents. */
const PROGRESS = "demo-leave";
const WORKER_MS = 900;
/** What is older was read long ago. */
const UNREAD_DAYS = 7;

type Told = { daysAgo: number } & ({ leave: LeaveStory } | { adjustment: AdjustmentStory });

const stories: readonly Told[] = [
  ...leaveStories.map((leave) => ({ daysAgo: leave.daysAgo, leave })),
  ...adjustmentStories.map((adjustment) => ({ daysAgo: adjustment.daysAgo, adjustment })),
].sort((one, other) => other.daysAgo - one.daysAgo);

/**
 * Everybody's leave since they were hired, and months of requests in every state: asked for, decided and taken back by the same
 * functions as anybody's, each at its time of the past. Answers how many stories it told; a second call none.
 */
export async function loadDemoLeave(ctx: Ctx, people: readonly DemoPerson[]): Promise<number> {
  const counters = counterModel(ctx.mongo);
  const told = (await counters.findById(PROGRESS).lean())?.value ?? 0;
  if (told === stories.length) return 0;
  const cast = await loadCast(ctx, people);
  const holidays = await readHolidays(ctx.mysql.manager);
  for (const [index, story] of [...stories.entries()].slice(told)) {
    const stage = openStage(ctx, cast, story.daysAgo, index);
    await accrueAll(stage.asWorker(0));
    if ("leave" in story) await tellLeave(ctx, stage, cast, story.leave, holidays);
    else await tellAdjustment(stage, story.adjustment);
    await counters.updateOne({ _id: PROGRESS }, { $set: { value: index + 1 } }, { upsert: true });
  }
  await accrueAll(ctx);
  await readOldNotifications(ctx);
  return stories.length - told;
}

async function tellAdjustment(stage: Stage, { of, by, days, reason }: AdjustmentStory): Promise<void> {
  const leaveMinutes = days * STANDARD_DAY_MINUTES;
  await adjustLeave(stage.as(by), { employeeId: stage.idOf(of), leaveMinutes, reason });
}

async function tellLeave(ctx: Ctx, stage: Stage, cast: Cast, story: LeaveStory, holidays: Holidays): Promise<void> {
  const today = koreanDate(ctx.clock.now());
  const by = stage.as(story.by);
  const manager = managerOf(story.by);
  const { time, leaveMinutes, refusal } = await previewCharge(by, { wish: wishOf(story, today, holidays) });
  // Whose year of employment turns in between has no days yet on some days of the calendar; they stay at work.
  if (refusal !== null) return;
  const title = titleOf(time, leaveMinutes);
  const line = lineOf(stage.idOf(manager));
  const wish = { kind: "TIME" as const, time };
  const { id } = await requestLeave(by, { wish, leaveMinutes, title, reason: story.reason, line, referenceIds: [] });
  await settle(stage, id);
  await playEnding(stage, story, id, today, openStage(ctx, cast, latestOf(story), 3));
}

async function playEnding(
  stage: Stage,
  { by, ending }: LeaveStory,
  id: DocumentId,
  today: CalendarDate,
  later: Stage,
): Promise<void> {
  const manager = managerOf(by);
  if (ending === "WAITING") return;
  if (ending === "WITHDRAWN") {
    await withdraw(stage.as(by), await seen(stage, id));
    return settle(stage, id);
  }
  if (typeof ending === "object" && "rejected" in ending) {
    await reject(stage.as(manager), { ...(await seen(stage, id)), reason: ending.rejected });
    return settle(stage, id);
  }
  await approve(stage.as(manager), await seen(stage, id));
  await settle(stage, id);
  if (ending === "CANCELLED") await cancelLeave(stage.as(by), { requestId: id, reason: "공연이 미뤄졌어요." });
  if (typeof ending === "object")
    await playCancellation(later, by, id, addDays(today, ending.cancelledFrom), ending.isDecided);
}

async function playCancellation(
  stage: Stage,
  by: string,
  requestId: DocumentId,
  from: CalendarDate,
  isDecided: boolean,
): Promise<void> {
  const manager = managerOf(by);
  const wanted = {
    requestId,
    from,
    title: "휴가 취소",
    reason: "급한 일이 생겨 출근했어요.",
    line: lineOf(stage.idOf(manager)),
  };
  const { cancellation } = await requestCancellation(stage.as(by), wanted);
  if (cancellation === null) return;
  await settle(stage, cancellation.id);
  if (!isDecided) return;
  await approve(stage.as(manager), await seen(stage, cancellation.id));
  await settle(stage, cancellation.id);
}

/** A cancellation is asked for the day before the leave is cut short, or the day after; nothing else comes later. */
function latestOf({ ending, daysAgo }: LeaveStory): number {
  return typeof ending === "object" && "cancelledFrom" in ending ? Math.max(0, -ending.cancelledFrom) : daysAgo;
}

function wishOf({ startsIn, days, part }: LeaveStory, today: CalendarDate, holidays: Holidays): LeaveWish {
  let from = addDays(today, startsIn);
  while (!isWorkday(from, holidays)) from = addDays(from, 1);
  if (part) return { kind: "TIME", time: { from, to: from, part, endsWithHalf: false } };
  return { kind: "DAYS", from, days };
}

function lineOf(managerId: EmployeeId) {
  return [{ kind: "APPROVAL" as const, quorum: "ALL" as const, approverIds: [managerId] }];
}

/** As the portal writes it for people who read Korean. */
function titleOf({ from, to }: Period, leaveMinutes: number): string {
  const day = (date: CalendarDate) => {
    const [, month, number] = date.split("-").map(Number);
    return `${month}월 ${number}일 (${"일월화수목금토"[weekdayOf(date)]})`;
  };
  const days = from === to ? day(from) : `${day(from)} ~ ${day(to)}`;
  return `휴가 ${days} (${leaveMinutes / STANDARD_DAY_MINUTES}일)`;
}

/** Who decides somebody's leave; the head of the company's is decided by HR. */
function managerOf(login: string): string {
  return demoProfiles.find((profile) => profile.login === login)?.manager ?? "jimin.han";
}

async function seen(stage: Stage, documentId: DocumentId): Promise<{ documentId: DocumentId; version: number }> {
  const document = await findDocument(stage.ctx, documentId);
  if (document === null) throw new Error("a leave of the demo company has no document");
  return { documentId, version: document.version };
}

async function settle(stage: Stage, documentId: DocumentId): Promise<void> {
  await settleDocument(stage.asWorker(WORKER_MS), documentId);
}

async function readOldNotifications(ctx: Ctx): Promise<void> {
  const old = new Date(ctx.clock.now().getTime() - UNREAD_DAYS * 24 * 60 * 60 * 1000);
  await notificationModel(ctx.mongo).updateMany({ createdAt: { $lt: old }, readAt: null }, { $set: { readAt: old } });
}
