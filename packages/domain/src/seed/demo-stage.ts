import { addDays, type CalendarDate, koreanDate, startOfKoreanDay } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { type EmployeeRow, employees } from "@erp/db/mysql/entities/employees";
import { In } from "typeorm";
import { type Ctx, noSignals } from "../context";
import { actingAs } from "../testing/build-employee";
import type { DemoPerson } from "./demo-people";

/** Everybody who plays, by login. */
export type Cast = ReadonlyMap<string, EmployeeRow>;

/** Where a story of the past is played: on a clock of its own, which moves on with every act. */
export type Stage = {
  ctx: Ctx;
  /** The context in which this person acts, some while after whoever acted before. */
  as(login: string): Ctx;
  actingAs(id: EmployeeId): Ctx;
  /** The context of the worker that reacts so much later to what somebody did. */
  asWorker(afterMs: number): Ctx;
  idOf(login: string): EmployeeId;
  today(): CalendarDate;
};

const MINUTE_MS = 60_000;
const OPENING_HOUR_MS = 9 * 60 * MINUTE_MS;

export async function loadCast(ctx: Ctx, people: readonly DemoPerson[]): Promise<Cast> {
  const rows = await ctx.mysql.manager.findBy(employees, { id: In(people.map(({ id }) => id)) });
  const logins = new Map(people.map(({ id, login }) => [id, login]));
  return new Map(rows.map((row) => [logins.get(row.id) ?? row.email, row]));
}

/**
 * A working day about so many days ago, from nine in the morning, or from now when that is still to come; the same `tempo`
 * plays at the same times.
 */
export function openStage(ctx: Ctx, cast: Cast, daysAgo: number, tempo: number): Stage {
  const present = ctx.clock.now().getTime();
  const day = workingDay(addDays(koreanDate(ctx.clock.now()), -daysAgo));
  let now = Math.min(startOfKoreanDay(day).getTime() + OPENING_HOUR_MS, present);
  const stage: Ctx = { ...ctx, clock: { now: () => new Date(now) }, signals: noSignals };
  const enter = (person: EmployeeRow | undefined): Ctx => {
    if (person === undefined) throw new Error("a story names somebody the demo company does not have");
    // Never into the future: of what is left of the past, half at most.
    now += Math.min((17 + ((tempo * 37) % 190)) * MINUTE_MS, Math.max(0, (present - now) / 2));
    const instant = new Date(now);
    return actingAs({ ...stage, clock: { now: () => instant } }, person);
  };
  return {
    ctx: stage,
    as: (login) => enter(cast.get(login)),
    actingAs: (id) => enter([...cast.values()].find((person) => person.id === id)),
    asWorker: (afterMs) => {
      const instant = new Date(now + afterMs);
      return { ...stage, clock: { now: () => instant }, actor: { kind: "system", name: "demo" } };
    },
    idOf: (login) => {
      const person = cast.get(login);
      if (person === undefined) throw new Error(`a story names "${login}", whom the demo company does not have`);
      return person.id;
    },
    today: () => koreanDate(new Date(now)),
  };
}

/** The day itself, or the Friday before a weekend. */
function workingDay(day: CalendarDate): CalendarDate {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  if (weekday === 0) return addDays(day, -2);
  return weekday === 6 ? addDays(day, -1) : day;
}
