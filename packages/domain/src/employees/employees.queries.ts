import type { EmployeeStatus, PersonView } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import { combineById, combineMany, onePer } from "@erp/db/combine";
import type { DataSource } from "typeorm";
import type { Ctx } from "../context";

export type KnownPerson = PersonView & { status: EmployeeStatus };

/** What a PersonView is made of, for queries that name employees `person` and departments `department`. */
export const personColumns = `person.id, person.name, person.position,
  department.name_ko AS departmentNameKo, department.name_en AS departmentNameEn`;

/** More managers than any company has above one person; ends the walk should the rows ever form a ring. */
const TALLEST_TREE = 30;

/** People by id, leavers too: names in history stay readable. Ids that nobody has are missing from the answer. */
export async function findPeople(ctx: Ctx, ids: readonly EmployeeId[]): Promise<Map<EmployeeId, KnownPerson>> {
  const people = await Promise.all([...new Set(ids)].map(peopleIn(ctx.mysql)));
  return new Map(people.filter((person) => person !== null).map((person) => [person.id, person]));
}

const peopleIn = onePer((mysql: DataSource) =>
  combineById(
    (ids: readonly EmployeeId[]): Promise<KnownPerson[]> =>
      mysql.query(
        `SELECT ${personColumns}, person.status
           FROM employees person JOIN departments department ON department.id = person.department_id
          WHERE person.id IN (?)`,
        [ids],
      ),
    ({ id }) => id,
  ),
);

/** The person's managers up the tree, nearest first. A manager who has left is passed over, not the end of the line. */
export async function managersAbove(ctx: Ctx, id: EmployeeId): Promise<PersonView[]> {
  return (await managersIn(ctx.mysql)(id)).map(({ belowId: _, ...manager }) => manager);
}

const managersIn = onePer((mysql: DataSource) =>
  combineMany(
    (ids: readonly EmployeeId[]): Promise<(PersonView & { belowId: EmployeeId })[]> =>
      mysql.query(
        `WITH RECURSIVE above (below_id, id, height) AS (
           SELECT id, manager_id, 1 FROM employees WHERE id IN (?)
           UNION ALL
           SELECT above.below_id, employees.manager_id, above.height + 1
             FROM above JOIN employees ON employees.id = above.id
            WHERE above.height < ${TALLEST_TREE}
         )
         SELECT above.below_id AS belowId, ${personColumns}
           FROM above
           JOIN employees person ON person.id = above.id
           JOIN departments department ON department.id = person.department_id
          WHERE person.status = 'ACTIVE'
          ORDER BY above.height`,
        [ids],
      ),
    ({ belowId }) => belowId,
  ),
);
