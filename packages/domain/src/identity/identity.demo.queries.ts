import type { DemoAccount } from "@erp/contracts/identity";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Ctx } from "../context";
import { DEMO_COMPANY } from "./identity.demo.rules";

/**
 * Whether people may sign in with one click here. Two things must be true, each set by somebody else:
 *
 * 1. The deployment says so (`DEMO_COMPANY=1`). NODE_ENV cannot tell: `npm start` runs the production build on purpose.
 *    Only `npm start` and the tests set the flag; the deployment in `infra/` never does.
 * 2. The database is the demo company's: the seed wrote so into the append-only audit log. A flag set by mistake on a
 *    real company's database opens nothing.
 */
export async function findDemoPeople(ctx: Ctx): Promise<EmployeeId[] | null> {
  if (!ctx.settings.isDemoCompany) return null;
  const [loaded]: { detail: string }[] = await ctx.mysql.query(
    "SELECT detail FROM audit_entries WHERE subject = ? AND action = 'demo-company.loaded' ORDER BY id LIMIT 1",
    [DEMO_COMPANY],
  );
  return loaded ? (JSON.parse(loaded.detail) as { signInAs: EmployeeId[] }).signInAs : null;
}

/** The tiles of the demo's sign-in page, in the order the seed chose; none where there is no demo company. */
export async function listDemoAccounts(ctx: Ctx): Promise<DemoAccount[]> {
  const ids = await findDemoPeople(ctx);
  if (ids === null) return [];
  return ctx.mysql.query(
    `SELECT person.id AS employeeId, person.name, person.role, person.position,
            department.name_ko AS departmentNameKo, department.name_en AS departmentNameEn
       FROM employees person JOIN departments department ON department.id = person.department_id
      WHERE person.id IN (?) AND person.status = 'ACTIVE'
      ORDER BY FIELD(person.id, ?)`,
    [ids, ids],
  );
}
