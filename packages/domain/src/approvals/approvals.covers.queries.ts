import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { combine, onePer } from "@erp/db/combine";
import { readRemembered, remember } from "@erp/db/redis/remembered-covers";
import type { DataSource } from "typeorm";
import type { EmployeeActor } from "../actor";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { groupBy } from "../group-by";
import type { Looker } from "./approvals.policy";
import { type Away, type Cover, coversOf, isHolding, type NamedSubstitute } from "./approvals.substitutions.rules";

/** The last day of what does not end. */
const FOR_GOOD = "9999-12-31" as CalendarDate;

/**
 * For whom this person decides today, besides themselves. Remembered in Redis for a minute, so that the many who stand in
 * for nobody pay no more than a look there; whoever decides on it asks `requireStandsIn` (ADR 0024).
 */
export async function principalsOf(ctx: Ctx, substituteId: EmployeeId): Promise<EmployeeId[]> {
  const remembered = await readRemembered(ctx.redis, substituteId).catch(() => null);
  const covers = remembered ?? (await readCoversBy(ctx, substituteId));
  if (remembered === null) await remember(ctx.redis, substituteId, covers).catch(() => {});
  const today = koreanDate(ctx.clock.now());
  const principals = covers.filter((cover) => isHolding(cover, today)).map(({ principalId }) => principalId);
  return [...new Set(principals)];
}

/** The actor with whom they stand in for, as the policies ask. */
export async function withPrincipals(ctx: Ctx, { id, role }: EmployeeActor): Promise<Looker> {
  return { id, role, standsInFor: await principalsOf(ctx, id) };
}

/** Asks MySQL, where substitutions live, before somebody decides for somebody else. Throws `approval.not-your-turn`. */
export async function requireStandsIn(ctx: Ctx, substituteId: EmployeeId, principalId: EmployeeId): Promise<void> {
  const substitutes = await substitutesOf(ctx, [principalId]);
  if (substitutes.get(principalId) !== substituteId) throw new DomainError("approval.not-your-turn");
}

/**
 * Who decides now, or decided at that moment, in the place of each of these people; most have nobody. Their substitutes are
 * never followed further.
 */
export async function substitutesOf(
  ctx: Ctx,
  principalIds: readonly EmployeeId[],
  then: Date | null = null,
): Promise<Map<EmployeeId, EmployeeId>> {
  const day = koreanDate(then ?? ctx.clock.now());
  const covers =
    then === null ? await coversNow(ctx, principalIds, day) : await readCovers(ctx.mysql, principalIds, day, then);
  const holding = covers.filter((cover) => isHolding(cover, day));
  return new Map(holding.map(({ principalId, substituteId }) => [principalId, substituteId]));
}

async function coversNow(ctx: Ctx, principalIds: readonly EmployeeId[], today: CalendarDate): Promise<Cover[]> {
  const coversOfOne = coversIn(ctx.mysql);
  return (await Promise.all(principalIds.map((id) => coversOfOne({ id, today })))).flat();
}

type CoversOfOne = { id: EmployeeId; today: CalendarDate };

/** Of those that are asked for together, at midnight two days may be meant. */
const coversIn = onePer((mysql: DataSource) =>
  combine(async (asked: readonly CoversOfOne[]): Promise<Cover[][]> => {
    const days = groupBy(asked, ({ today }) => today);
    const ofDays = [...days].map(([today, people]) => {
      const ids = [...new Set(people.map(({ id }) => id))];
      return readCovers(mysql, ids, today).then(
        (covers) => [today, groupBy(covers, ({ principalId }) => principalId)] as const,
      );
    });
    const found = new Map(await Promise.all(ofDays));
    return asked.map(({ id, today }) => found.get(today)?.get(id) ?? []);
  }),
);

async function readCoversBy(ctx: Ctx, substituteId: EmployeeId): Promise<Cover[]> {
  const principals: { id: EmployeeId }[] = await ctx.mysql.query(
    "SELECT DISTINCT principal_id AS id FROM approval_substitutions WHERE substitute_id = ? AND ended_at IS NULL",
    [substituteId],
  );
  const ids = principals.map(({ id }) => id);
  const covers = await readCovers(ctx.mysql, ids, koreanDate(ctx.clock.now()));
  return covers.filter((cover) => cover.substituteId === substituteId);
}

/**
 * From this day on, of what has not ended, or had not at that moment. A substitute who has left decides nothing any more. Those
 * of now are not asked when they were named: the clocks of two processes may differ.
 */
async function readCovers(
  mysql: DataSource,
  principalIds: readonly EmployeeId[],
  from: CalendarDate,
  then: Date | null = null,
): Promise<Cover[]> {
  if (principalIds.length === 0) return [];
  const isNamed = then === null ? "ended_at IS NULL" : "named_at <= ? AND (ended_at IS NULL OR ended_at > ?)";
  const named: NamedSubstitute[] = await mysql.query(
    `SELECT principal_id AS principalId, substitute_id AS substituteId, from_day AS fromDay, to_day AS toDay
       FROM approval_substitutions JOIN employees substitute ON substitute.id = substitute_id
      WHERE principal_id IN (?) AND ${isNamed} AND (to_day IS NULL OR to_day >= ?) AND substitute.status = 'ACTIVE'
      ORDER BY approval_substitutions.id`,
    [principalIds, ...(then === null ? [] : [then, then]), from],
  );
  const standing = named.filter(({ fromDay }) => fromDay === null).map(({ principalId }) => principalId);
  return coversOf(named, await readAway(mysql, standing, from));
}

/** From this day on: a leaver every day, everybody else on their days of approved leave. */
async function readAway(mysql: DataSource, approverIds: readonly EmployeeId[], from: CalendarDate): Promise<Away[]> {
  if (approverIds.length === 0) return [];
  return mysql.query(
    `SELECT id AS employeeId, ? AS \`from\`, ? AS \`to\` FROM employees WHERE id IN (?) AND status = 'LEAVER'
      UNION ALL
     SELECT DISTINCT away.employee_id, away.day, away.day
       FROM approver_days_away away JOIN employees approver ON approver.id = away.employee_id
      WHERE away.employee_id IN (?) AND away.day >= ? AND approver.status = 'ACTIVE'`,
    [from, FOR_GOOD, approverIds, approverIds, from],
  );
}
