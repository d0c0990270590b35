import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import { position } from "@erp/contracts/roles";
import { openMysql } from "@erp/db/mysql/data-source";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import type { DataSource } from "typeorm";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { buildDepartment } from "./build-department";
import { actingAs } from "./build-employee";
import type { TestContext } from "./test-context";

const PEOPLE = 10_000;
const TEAMS = 50;

export type LargeCompany = {
  /** Above all teams. */
  officeId: DepartmentId;
  teams: readonly DepartmentId[];
  connection: DataSource;
  /** On the connection whose rows are counted. */
  as(employee: EmployeeRow): Ctx;
  counted<Answer>(run: () => Promise<Answer>): Promise<{ answer: Answer; rowsRead: number }>;
};

/** Ten thousand people in fifty teams, and a connection that tells how many rows a query read. */
export async function openLargeCompany(test: TestContext): Promise<LargeCompany> {
  const officeId = (await buildDepartment(test.ctx)).id;
  const teams: DepartmentId[] = [];
  for (let team = 0; team < TEAMS; team += 1) teams.push((await buildDepartment(test.ctx, { parentId: officeId })).id);
  await insertPeople(test, teams);
  const admin = await openMysql(test.stores.mysqlAdminUrl, 1);
  await admin.query("ANALYZE TABLE employees, departments");
  await admin.destroy();
  // One connection, because the server counts the rows it reads for each.
  const connection = await openMysql(test.stores.mysqlUrl, 1);
  const countRowsRead = async () => {
    const counters: { Value: string }[] = await connection.query("SHOW SESSION STATUS LIKE 'Handler_read%'");
    return counters.reduce((sum, { Value }) => sum + Number(Value), 0);
  };
  return {
    officeId,
    teams,
    connection,
    as: (employee) => ({ ...actingAs(test.ctx, employee), mysql: connection }),
    counted: async (run) => {
      const before = await countRowsRead();
      const answer = await run();
      return { answer, rowsRead: (await countRowsRead()) - before };
    },
  };
}

async function insertPeople(test: TestContext, teams: readonly DepartmentId[]): Promise<void> {
  const families = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임"];
  const given = ["민준", "서연", "도윤", "지우", "하준", "서현", "민서", "예준", "지민", "수아"];
  const rows = Array.from({ length: PEOPLE }, (_, index) => [
    newId<EmployeeId>(test.clock),
    `person-${index}@hanbit.example`,
    `${families[index % 10]}${given[Math.floor(index / 10) % 10]}`,
    teams[(index * 7) % TEAMS],
    position.options[Math.floor(index / 3) % 5],
    "STAFF",
    "2024-03-04",
    2400,
    "ACTIVE",
    1,
    test.clock.now(),
  ]);
  await test.ctx.mysql.query(
    "INSERT INTO employees (id, email, name, department_id, position, role, hire_date, weekly_minutes, status, version, created_at) VALUES ?",
    [rows],
  );
}
