import type { AuditAction, ListAuditInput } from "@erp/contracts/audit";
import type { CalendarDate } from "@erp/contracts/dates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordAudit } from "../audit";
import type { Ctx } from "../context";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { type TestContext, testContext } from "../testing/test-context";
import { inTransaction } from "../transaction";
import { listAudit } from "./operations.audit.queries";

type Employee = Awaited<ReturnType<typeof buildEmployee>>;

let test: TestContext;
let asHr: Ctx;
let hr: Employee;
let other: Employee;
let person: Employee;

beforeAll(async () => {
  test = await testContext();
  // Ids never go back in time within a process: nothing may be made later than the first entry.
  test.clock.set("2026-11-16T00:00:00+09:00");
  const department = await buildDepartment(test.ctx, { nameKo: "영업팀" });
  hr = await buildEmployee(test.ctx, { role: "HR_ADMIN", name: "한지민" });
  other = await buildEmployee(test.ctx, { role: "HR_ADMIN", name: "다른 인사" });
  person = await buildEmployee(test.ctx, { name: "김하늘" });
  asHr = actingAs(test.ctx, hr);

  await record("2026-11-16T23:59:59+09:00", other, "employee.edited", person.id, {
    before: { departmentId: null },
    after: { departmentId: department.id },
  });
  await record("2026-11-17T00:00:00+09:00", hr, "leave.adjusted", person.id, { leaveMinutes: 480, reason: "보상" });
  await record("2026-11-18T10:00:00+09:00", null, "dead-letters.redriven", "erp.leave.v1");
  await record("2026-11-19T10:00:00+09:00", hr, "department.edited", department.id);
});
afterAll(() => test.close());

async function record(at: string, actor: Employee | null, action: AuditAction, subject: string, detail = {}) {
  test.clock.set(at);
  const ctx = actor ? actingAs(test.ctx, actor) : test.ctx;
  await inTransaction(ctx, (tx) => recordAudit(ctx, tx, action, subject, detail));
}

const list = (input: Partial<ListAuditInput> = {}) => listAudit(asHr, { limit: 30, ...input });
const actionsOf = async (input: Partial<ListAuditInput>) => (await list(input)).items.map(({ action }) => action);
const day = (text: string) => text as CalendarDate;

describe("the audit log", () => {
  it("tells who did what to whom, the newest first, with names", async () => {
    const { items, nextCursor } = await list();
    expect(nextCursor).toBeNull();
    expect(items).toMatchObject([
      { action: "department.edited", actor: { name: "한지민" }, subject: "영업팀", subjectId: null, detail: [] },
      { action: "dead-letters.redriven", actor: null, subject: "erp.leave.v1", subjectId: null },
      {
        action: "leave.adjusted",
        subject: "김하늘",
        subjectId: person.id,
        detail: [
          { field: "leaveMinutes", value: "480" },
          { field: "reason", value: "보상" },
        ],
      },
      { action: "employee.edited", actor: { name: "다른 인사" }, detail: [{ value: "" }, { value: "영업팀" }] },
    ]);
    expect(items[2]?.at).toEqual(new Date("2026-11-17T00:00:00+09:00"));
  });

  it.each<[string, () => Partial<ListAuditInput>, AuditAction[]]>([
    ["an act", () => ({ action: "leave.adjusted" }), ["leave.adjusted"]],
    ["who did it", () => ({ actorId: other.id }), ["employee.edited"]],
    ["to whom", () => ({ subjectId: person.id }), ["leave.adjusted", "employee.edited"]],
    ["both", () => ({ subjectId: person.id, actorId: hr.id }), ["leave.adjusted"]],
    [
      "days of Korea",
      () => ({ from: day("2026-11-17"), to: day("2026-11-18") }),
      ["dead-letters.redriven", "leave.adjusted"],
    ],
    ["the day before midnight", () => ({ to: day("2026-11-16") }), ["employee.edited"]],
    ["nothing there", () => ({ from: day("2027-01-01") }), []],
  ])("is narrowed to %s", async (_, input, actions) => {
    expect(await actionsOf(input())).toEqual(actions);
  });

  it("is read page by page, none twice", async () => {
    const first = await list({ limit: 3 });
    const second = await list({ limit: 3, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual((await list()).items.map(({ id }) => id));
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 1, null]);
  });

  it("is HR's alone", async () => {
    await expectRefusal(listAudit(actingAs(test.ctx, person), { limit: 30 }), "request.forbidden");
  });
});
