import { type CalendarDate, koreanDate, startOfKoreanDay } from "@erp/contracts/dates";
import { counterModel } from "@erp/db/mongo/models/counter";
import type { Connection } from "mongoose";
import { type Clock, systemClock } from "./clock";
import type { Ctx } from "./context";
import { DomainError } from "./errors";

/** Under this name the demo keeps how many milliseconds its clock is ahead of the real one. */
const AHEAD = "demo-clock-ahead-ms";
const LOOK_EVERY_MS = 1000;

export type DemoClock = Clock & { aheadMs(): number; stop(): void };

/** The real time, moved on by what `moveDemoClock` has stored; every program of the demo looks once a second. */
export async function openDemoClock(mongo: Connection): Promise<DemoClock> {
  let aheadMs = await readAhead(mongo);
  const keep = () => {};
  const timer = setInterval(() => {
    readAhead(mongo).then((stored) => {
      aheadMs = stored;
    }, keep);
  }, LOOK_EVERY_MS);
  timer.unref();
  return { now: () => movedBy(aheadMs), aheadMs: () => aheadMs, stop: () => clearInterval(timer) };
}

/**
 * Moves the demo's clock on to this day, at the present time of day, and answers the context on that day. Backwards it does not
 * go: what was written down would lie in the future. Throws `identity.demo-only`, or a plain error for a day that is over.
 */
export async function moveDemoClock(ctx: Ctx, day: CalendarDate): Promise<Ctx> {
  if (!ctx.settings.isDemoCompany) throw new DomainError("identity.demo-only");
  const now = ctx.clock.now();
  const today = koreanDate(now);
  if (day < today) throw new Error(`the demo is at ${today} already, and its clock only goes forward`);
  const timeOfDay = now.getTime() - startOfKoreanDay(today).getTime();
  const aheadMs = startOfKoreanDay(day).getTime() + timeOfDay - systemClock.now().getTime();
  await counterModel(ctx.mongo).updateOne({ _id: AHEAD }, { $set: { value: aheadMs } }, { upsert: true });
  return { ...ctx, clock: { now: () => movedBy(aheadMs) } };
}

async function readAhead(mongo: Connection): Promise<number> {
  return (await counterModel(mongo).findById(AHEAD).lean())?.value ?? 0;
}

function movedBy(aheadMs: number): Date {
  return new Date(systemClock.now().getTime() + aheadMs);
}
