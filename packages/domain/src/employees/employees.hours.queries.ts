import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { EntityManager } from "typeorm";
import { groupBy } from "../group-by";
import type { WeeklyHours } from "./employees.hours.rules";

/**
 * The weekly hours of these people, from which day which; ids that nobody has are missing. Somebody whom a former version of
 * the programs entered has no history yet: their hours hold since their hire date.
 */
export async function readWeeklyHours(
  manager: EntityManager,
  employeeIds: readonly EmployeeId[],
): Promise<Map<EmployeeId, WeeklyHours>> {
  if (employeeIds.length === 0) return new Map();
  const rows: { employeeId: EmployeeId; from: CalendarDate; weeklyMinutes: number }[] = await manager.query(
    `SELECT person.id AS employeeId, COALESCE(hours.from_day, person.hire_date) AS \`from\`,
            COALESCE(hours.weekly_minutes, person.weekly_minutes) AS weeklyMinutes
       FROM employees person LEFT JOIN employee_weekly_hours hours ON hours.employee_id = person.id
      WHERE person.id IN (?) ORDER BY person.id, hours.from_day`,
    [employeeIds],
  );
  const ofPerson = groupBy(rows, ({ employeeId }) => employeeId);
  return new Map(
    [...ofPerson].map(([id, list]) => [id, list.map(({ from, weeklyMinutes }) => ({ from, weeklyMinutes }))]),
  );
}

/** These people, each with their weekly hours. */
export async function withWeeklyHours<Person extends { id: EmployeeId }>(
  manager: EntityManager,
  people: readonly Person[],
): Promise<(Person & { hours: WeeklyHours })[]> {
  const hours = await readWeeklyHours(
    manager,
    people.map(({ id }) => id),
  );
  return people.map((person) => ({ ...person, hours: hours.get(person.id) ?? [] }));
}

/** Throws for an id that nobody has: whoever asks has found the person before. */
export async function readWeeklyHoursOf(manager: EntityManager, employeeId: EmployeeId): Promise<WeeklyHours> {
  const hours = (await readWeeklyHours(manager, [employeeId])).get(employeeId);
  if (!hours) throw new Error(`nobody has the id ${employeeId}`);
  return hours;
}
