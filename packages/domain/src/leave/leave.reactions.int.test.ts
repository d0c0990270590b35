import type { EventEnvelope } from "@erp/contracts/events";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { approve, withdraw } from "../approvals/approvals.mutations";
import type { Ctx } from "../context";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { grantLeave, leaveFor } from "../testing/leave-for";
import { eventsOf } from "../testing/records";
import { settleEvents } from "../testing/settle-events";
import { type TestContext, testContext } from "../testing/test-context";
import { adjustLeave } from "./leave.adjustments.mutations";
import { leaveReactions } from "./leave.reactions";
import { requestLeave } from "./leave.requests.mutations";

const DAY = 480;

let test: TestContext;
let person: EmployeeRow;
let boss: EmployeeRow;
let colleague: EmployeeRow;
let stranger: EmployeeRow;
let hr: EmployeeRow;
/** How many of the person's events were looked at. */
let seen: number;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

beforeEach(async () => {
  await test.ctx.mysql.query("UPDATE employees SET status = 'LEAVER'");
  boss = await buildEmployee(test.ctx, { role: "MANAGER" });
  const { departmentId } = boss;
  person = await buildEmployee(test.ctx, { departmentId, managerId: boss.id });
  colleague = await buildEmployee(test.ctx, { departmentId });
  await buildEmployee(test.ctx, { departmentId, status: "LEAVER" });
  stranger = await buildEmployee(test.ctx);
  hr = await buildEmployee(test.ctx, { role: "HR_ADMIN" });
  await grantLeave(test.ctx, person, 3 * DAY);
  seen = 0;
  await signals();
});

/** Who is told of what happened to the person's leave since the last look. */
async function signals(): Promise<Record<string, string[]>> {
  await settleEvents(test.ctx);
  test.signals.length = 0;
  const events = await eventsOf(test.ctx, person.id);
  for (const event of events.slice(seen)) await react(event);
  seen = events.length;
  const people = { person, boss, colleague, stranger, hr };
  const about = (id: string) =>
    test.signals.filter(({ to }) => to.some((each) => each === id)).map(({ signal }) => signal.about);
  const told = Object.entries(people).map(([name, { id }]) => [name, [...new Set(about(id))]]);
  return Object.fromEntries(told);
}

async function react(event: EventEnvelope): Promise<void> {
  const reaction = leaveReactions[event.name as keyof typeof leaveReactions] as
    | ((ctx: Ctx, event: EventEnvelope) => Promise<void>)
    | undefined;
  await reaction?.(test.ctx, event);
}

const everybody = {
  person: ["leave"],
  boss: ["leave"],
  colleague: ["team-calendar"],
  stranger: [],
  hr: ["team-calendar"],
};
const ask = (from: string) => requestLeave(actingAs(test.ctx, person), leaveFor([boss.id], { from }, DAY));

describe("the calendars of a team", () => {
  it("are read again when days are asked for, approved and withdrawn; those of other departments are not", async () => {
    const approved = await ask("2026-11-25");
    expect(await signals()).toEqual(everybody);
    await approve(actingAs(test.ctx, boss), { documentId: approved.id, version: 1 });
    expect(await signals()).toEqual(everybody);
    const withdrawn = await ask("2026-11-26");
    await signals();
    await withdraw(actingAs(test.ctx, person), { documentId: withdrawn.id, version: 1 });
    expect(await signals()).toEqual(everybody);
  });

  it("are left alone when only a balance changes", async () => {
    const input = { employeeId: person.id, leaveMinutes: DAY, reason: "주말 근무 보상" };
    await adjustLeave(actingAs(test.ctx, hr), input);
    expect(await signals()).toEqual({ ...everybody, colleague: [], hr: [] });
  });
});
