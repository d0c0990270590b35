import {
  type DeadLetter,
  deadLetter,
  type PassedOverLetter,
  passedOverLetter,
  type SystemView,
  type WorkersReport,
  workersReport,
} from "@erp/contracts/operations";
import { type Topic, topics } from "@erp/contracts/topics";
import { redisKeys } from "@erp/db/redis/keys";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { isStale } from "./operations.rules";

/** Of each topic. */
const SHOWN_LETTERS = 10;
/** Nobody waits longer for a server that does not answer: that is what the page is there to say. */
const PATIENCE_MS = 1500;

/**
 * How the servers, queues and groups are: the stores as this program sees them now, the rest as the workers reported
 * last. Answers whatever is away, for that is when it is asked.
 */
export async function viewSystem(ctx: Ctx): Promise<SystemView> {
  authorize(ctx, "operations:manage");
  const [mysql, mongo, redis, report] = await Promise.all([
    answers(() => ctx.mysql.query("SELECT 1")),
    answers(() => ctx.mongo.db?.command({ ping: 1 })),
    answers(() => ctx.redis.ping()),
    readReport(ctx),
  ]);
  const stale = report !== null && isStale(report.at, ctx.clock.now());
  const seenByWorkers = (name: "kafka" | "soketi") =>
    stale ? null : (report?.servers.find((server) => server.name === name)?.isUp ?? null);
  const deadLetters = await Promise.all(
    topics.map(async (topic) => {
      const waiting = report?.deadLetters.find((each) => each.topic === topic)?.waiting ?? 0;
      const [latest, passedOver] = await Promise.all([
        latestDeadLetters(ctx, topic, waiting),
        latestPassedOver(ctx, topic),
      ]);
      return { topic, waiting, latest, passedOver };
    }),
  );
  return {
    servers: [
      { name: "mysql", isUp: mysql },
      { name: "mongo", isUp: mongo },
      { name: "redis", isUp: redis },
      { name: "kafka", isUp: seenByWorkers("kafka") },
      { name: "soketi", isUp: seenByWorkers("soketi") },
    ],
    reportedAt: report?.at ?? null,
    isStale: stale,
    groups: report?.groups ?? [],
    outboxes: report?.outboxes ?? [],
    deadLetters,
  };
}

async function readReport(ctx: Ctx): Promise<WorkersReport | null> {
  const text = await ctx.redis.get(redisKeys.workersReport).catch(() => null);
  return text === null ? null : workersReport.parse(JSON.parse(text));
}

/** The newest of those that wait; older notes are of letters that were sent back by a command. None while Redis is away. */
async function latestDeadLetters(ctx: Ctx, topic: Topic, waiting: number): Promise<DeadLetter[]> {
  const shown = Math.min(waiting, SHOWN_LETTERS);
  if (shown === 0) return [];
  const texts: string[] = await ctx.redis.zrevrange(redisKeys.deadLettersOf(topic), 0, shown - 1).catch(() => []);
  return texts.map((text) => deadLetter.parse(JSON.parse(text)));
}

async function latestPassedOver(ctx: Ctx, topic: Topic): Promise<PassedOverLetter[]> {
  const key = redisKeys.passedOverLettersOf(topic);
  const texts: string[] = await ctx.redis.zrevrange(key, 0, SHOWN_LETTERS - 1).catch(() => []);
  return texts.map((text) => passedOverLetter.parse(JSON.parse(text)));
}

async function answers(ask: () => Promise<unknown> | undefined): Promise<boolean> {
  const patience = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref());
  const asked = Promise.resolve()
    .then(ask)
    .then(
      (answer) => answer !== undefined,
      () => false,
    );
  return Promise.race([asked, patience]);
}
