import type { EmployeeId } from "@erp/contracts/ids";
import { type ColleagueOff, teamCalendarInput } from "@erp/contracts/leave-requests";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "../context";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { type LargeCompany, openLargeCompany } from "../testing/large-company";
import { grantLeave, leaveFor } from "../testing/leave-for";
import { type TestContext, testContext } from "../testing/test-context";
import { requestLeave } from "./leave.requests.mutations";
import { teamCalendar } from "./leave.team.queries";

let test: TestContext;
let company: LargeCompany;
let asChief: Ctx;
const away: EmployeeId[] = [];

beforeAll(async () => {
  test = await testContext();
  company = await openLargeCompany(test);
  const chief = await buildEmployee(test.ctx, { role: "MANAGER", departmentId: company.officeId });
  asChief = company.as(chief);
  for (const team of [3, 3, 12, 40]) {
    const person = await buildEmployee(test.ctx, { departmentId: company.teams[team] });
    await grantLeave(test.ctx, person, 480);
    await requestLeave(actingAs(test.ctx, person), leaveFor([chief.id], { from: "2026-11-25" }, 480));
    away.push(person.id);
  }
});
afterAll(async () => {
  await company.connection.destroy();
  await test.close();
});

/** A page is thirty people, each with a department and perhaps leave, and all departments; ten thousand would be everybody. */
const FEW_ROWS = 1000;

const november = (chosen: object = {}) => teamCalendarInput.parse({ from: "2026-11-01", to: "2026-11-30", ...chosen });

async function everybody(chosen: object): Promise<ColleagueOff[]> {
  const read: ColleagueOff[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await teamCalendar(asChief, november({ ...chosen, cursor }));
    read.push(...page.items);
    if (page.nextCursor === null) return read;
    cursor = page.nextCursor;
  }
}

describe("the team calendar of ten thousand", () => {
  it("is read in pages, none of which reads all", async () => {
    const first = await company.counted(() => teamCalendar(asChief, november()));
    const cursor = first.answer.nextCursor ?? undefined;
    const second = await company.counted(() => teamCalendar(asChief, november({ cursor })));
    expect([first.answer.items.length, second.answer.items.length]).toEqual([30, 30]);
    expect(Math.max(first.rowsRead, second.rowsRead)).toBeLessThan(FEW_ROWS);
  });

  it("is read to its end without gap or repeat", async () => {
    const read = await everybody({ limit: 100 });
    expect(new Set(read.map(({ person }) => person.id)).size).toBe(read.length);
    expect(read.length).toBe(10_000 + away.length + 1);
    expect(read.filter(({ days }) => days.length > 0)).toHaveLength(away.length);
  });

  it("shows those who are away alone, in the same order, in pages too", async () => {
    const found = await everybody({ who: "AWAY", limit: 1 });
    expect(found.map(({ person }) => person.id).sort()).toEqual([...away].sort());
    expect(found).toEqual(await everybody({ who: "AWAY" }));
  });

  it("refuses a cursor of a department that is not the actor's", async () => {
    const manager = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "MANAGER" }));
    for (const who of ["ALL", "AWAY"])
      for (const cursor of ["x", `${company.teams[0]}.${away[0]}`])
        await expectRefusal(teamCalendar(manager, november({ who, cursor })), "request.invalid");
  });
});
