import type { DeadLetter, PassedOverLetter, WorkersReport } from "@erp/contracts/operations";
import type { Topic } from "@erp/contracts/topics";
import { redisKeys } from "@erp/db/redis/keys";
import type { Ctx } from "../context";

/** A report that nobody renews is forgotten after a day; until then it says when it was made. */
const REPORT_SECONDS = 24 * 60 * 60;
/** Of each topic; all of them lie in Kafka. */
const REMEMBERED_LETTERS = 50;
/** Long enough that whoever looks after the company's Kafka comes by; nobody else has anything to do with them. */
const PASSED_OVER_SECONDS = 30 * 24 * 60 * 60;

/** Leaves what the workers see for the page that asks (see `viewSystem`). */
export async function saveReport(ctx: Ctx, report: WorkersReport): Promise<void> {
  await ctx.redis.set(redisKeys.workersReport, JSON.stringify(report), "EX", REPORT_SECONDS);
}

/** Remembers what was given up on, for the page; the message itself lies in Kafka, and is not lost with this note. */
export async function noteDeadLetter(ctx: Ctx, topic: Topic, letter: DeadLetter): Promise<void> {
  const key = redisKeys.deadLettersOf(topic);
  await ctx.redis.zadd(key, letter.givenUpAt.getTime(), JSON.stringify(letter));
  await ctx.redis.zremrangebyrank(key, 0, -1 - REMEMBERED_LETTERS);
}

/** They were sent back. One that fails again is noted again, later than this instant. */
export async function forgetDeadLetters(ctx: Ctx, topic: Topic, givenUpBefore: Date): Promise<void> {
  await ctx.redis.zremrangebyscore(redisKeys.deadLettersOf(topic), "-inf", givenUpBefore.getTime());
}

/** Remembers, for the page, what a redrive could send back to nobody. */
export async function notePassedOver(ctx: Ctx, topic: Topic, letters: readonly PassedOverLetter[]): Promise<void> {
  if (letters.length === 0) return;
  const key = redisKeys.passedOverLettersOf(topic);
  const scored = letters.flatMap((letter) => [letter.passedOverAt.getTime(), JSON.stringify(letter)]);
  await ctx.redis.zadd(key, ...scored);
  await ctx.redis.zremrangebyrank(key, 0, -1 - REMEMBERED_LETTERS);
  await ctx.redis.zremrangebyscore(key, "-inf", ctx.clock.now().getTime() - PASSED_OVER_SECONDS * 1000);
  await ctx.redis.expire(key, PASSED_OVER_SECONDS);
}
