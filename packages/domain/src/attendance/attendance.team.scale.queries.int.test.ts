import type { TeamMember } from "@erp/contracts/attendance";
import type { EmployeeId } from "@erp/contracts/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "../context";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { type LargeCompany, openLargeCompany } from "../testing/large-company";
import { type TestContext, testContext } from "../testing/test-context";
import { checkIn, checkOut } from "./attendance.mutations";
import { countTeam, listTeam } from "./attendance.team.queries";

let test: TestContext;
let company: LargeCompany;
let asChief: Ctx;

beforeAll(async () => {
  test = await testContext();
  company = await openLargeCompany(test);
  asChief = company.as(await buildEmployee(test.ctx, { role: "MANAGER", departmentId: company.officeId }));
});
afterAll(async () => {
  await company.connection.destroy();
  await test.close();
});

/** A page is thirty people, each with a department, a day and perhaps leave, and all departments; ten thousand would be everybody. */
const FEW_ROWS = 1000;

async function everybody(limit: number): Promise<TeamMember[]> {
  const read: TeamMember[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listTeam(asChief, { limit, cursor });
    read.push(...page.items);
    if (page.nextCursor === null) return read;
    cursor = page.nextCursor;
  }
}

describe("a team of ten thousand", () => {
  it("is read in pages, none of which reads all", async () => {
    const first = await company.counted(() => listTeam(asChief, { limit: 30 }));
    const cursor = first.answer.nextCursor ?? undefined;
    const second = await company.counted(() => listTeam(asChief, { limit: 30, cursor }));
    expect([first.answer.items.length, second.answer.items.length]).toEqual([30, 30]);
    expect(Math.max(first.rowsRead, second.rowsRead)).toBeLessThan(FEW_ROWS);
  });

  it("is read to its end without gap or repeat, and counted as it is listed", async () => {
    const people = [await buildEmployee(test.ctx, inTeam(0)), await buildEmployee(test.ctx, inTeam(49))] as const;
    for (const person of people) await checkIn(actingAs(test.ctx, person));
    await checkOut(actingAs(test.ctx, people[1]));
    await layLeave((await buildEmployee(test.ctx, inTeam(7))).id);

    const read = await everybody(100);
    expect(new Set(read.map(({ person }) => person.id)).size).toBe(read.length);
    const listed = { IN: 0, OUT: 0, ON_LEAVE: 0, MISSING: 0, OFF: 0 };
    for (const { presence } of read) listed[presence] += 1;
    expect(await countTeam(asChief)).toEqual(listed);
    expect(listed).toEqual({ IN: 1, OUT: 1, ON_LEAVE: 1, MISSING: 10_001, OFF: 0 });
  });
});

it("refuses a cursor of a department that is not the actor's", async () => {
  const [other] = (await listTeam(asChief, { limit: 1 })).items;
  const manager = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "MANAGER" }));
  for (const cursor of ["x", `${company.teams[0]}.${other?.person.id}`])
    await expectRefusal(listTeam(manager, { limit: 30, cursor }), "request.invalid");
});

const inTeam = (index: number) => ({ departmentId: company.teams[index] });

/** Approved leave of today, as it lies in the tables once everybody has decided. */
async function layLeave(employeeId: EmployeeId): Promise<void> {
  const { mysql, clock } = test.ctx;
  await mysql.query("INSERT INTO leave_accounts (employee_id, balance_minutes) VALUES (?, 0)", [employeeId]);
  await mysql.query(
    `INSERT INTO leave_requests (id, employee_id, from_day, to_day, part, leave_minutes, reason, status, requested_at)
     VALUES (?, ?, '2026-11-20', '2026-11-20', 'FULL', 480, '', 'APPROVED', ?)`,
    [employeeId, employeeId, clock.now()],
  );
  await mysql.query(
    "INSERT INTO leave_days (request_id, day, employee_id, start_minute, end_minute) VALUES (?, '2026-11-20', ?, 540, 1080)",
    [employeeId, employeeId],
  );
}
