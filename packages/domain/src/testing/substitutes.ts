import type { Period } from "@erp/contracts/dates";
import { nameSubstituteInput } from "@erp/contracts/substitutions";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { countBoxes, listBox } from "../approvals/approvals.boxes.queries";
import { submit } from "../approvals/approvals.drafts.mutations";
import { rebuildQueues } from "../approvals/approvals.queues.mutations";
import { nameSubstitute } from "../approvals/approvals.substitutions.mutations";
import { listNotifications } from "../notifications/notifications.queries";
import { actingAs, buildEmployee } from "./build-employee";
import { expenseFor } from "./expense-for";
import { type TestContext, testContext } from "./test-context";

/** People who write, decide and stand in for each other, made anew for each test of a file that calls `playSubstitutes`. */
export const today = { from: "2026-11-20", to: "2026-11-20" } as Period;

export let test: TestContext;
export let writer: EmployeeRow;
export let boss: EmployeeRow;
export let deputy: EmployeeRow;
export let other: EmployeeRow;
export let hr: EmployeeRow;

export function playSubstitutes(): void {
  beforeAll(async () => {
    test = await testContext();
    await rebuildQueues(test.ctx);
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    test.clock.set("2026-11-20T09:00:00+09:00");
    writer = await buildEmployee(test.ctx, { name: "기안자" });
    boss = await buildEmployee(test.ctx, { name: "김부장", role: "MANAGER" });
    deputy = await buildEmployee(test.ctx, { name: "이차장" });
    other = await buildEmployee(test.ctx);
    hr = await buildEmployee(test.ctx, { role: "HR_ADMIN" });
  });
}

export const as = (person: EmployeeRow) => actingAs(test.ctx, person);
export const name = (principal: EmployeeRow, substitute: EmployeeRow, period: Period | null = today) =>
  nameSubstitute(as(principal), nameSubstituteInput.parse({ substituteId: substitute.id, period, reason: "출장" }));
export const write = (...approvers: EmployeeRow[]) => submit(as(writer), expenseFor(approvers.map(({ id }) => id)));
export const waiting = async (person: EmployeeRow) => (await listBox(as(person), { box: "WAITING", limit: 20 })).items;
export const badge = async (person: EmployeeRow) => (await countBoxes(as(person))).WAITING;
export const toldTo = async (person: EmployeeRow) =>
  (await listNotifications(as(person), { unreadOnly: false, limit: 20 })).items.map(({ kind, actor, subject }) => ({
    kind,
    actor: actor?.name,
    subject,
  }));
