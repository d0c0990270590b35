import type { Period } from "@erp/contracts/dates";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { findWaitingEvents } from "@erp/db/outbox";
import { describe, expect, it } from "vitest";
import { deactivateEmployee, reactivateEmployee } from "../employees/employees.leaving.mutations";
import { expectRefusal } from "../testing/expect-refusal";
import { deliver } from "../testing/settle-documents";
import { settleEvents } from "../testing/settle-events";
import {
  as,
  badge,
  boss,
  deputy,
  hr,
  name,
  other,
  playSubstitutes,
  test,
  today,
  toldTo,
  waiting,
  write,
  writer,
} from "../testing/substitutes";
import { countAwaiting } from "./approvals.boxes.queries";
import { approve } from "./approvals.mutations";
import { verifyDocument, viewDocument } from "./approvals.queries";
import { endSubstitution } from "./approvals.substitutions.mutations";
import { listSubstitutions } from "./approvals.substitutions.queries";

playSubstitutes();

describe("an approver who leaves", () => {
  const leave = (person: EmployeeRow, successorId: EmployeeRow["id"] | null = null) =>
    deactivateEmployee(as(hr), { employeeId: person.id, version: person.version, leftOn: today.from, successorId });

  it("leaves to the successor what waits now and at later steps, however often the event comes", async () => {
    const first = await write(boss);
    const later = await write(other, boss);
    expect(await countAwaiting(as(hr), { employeeId: boss.id })).toEqual({ waiting: 1, upcoming: 1 });
    await leave(boss, deputy.id);
    await settleEvents(test.ctx, 5);
    expect(await waiting(deputy)).toMatchObject([{ id: first.id, onBehalfOf: { name: "김부장" } }]);
    expect((await listSubstitutions(as(hr), { employeeId: boss.id })).named).toMatchObject([
      { substitute: { name: "이차장" }, period: null, state: "RUNNING" },
    ]);
    expect((await toldTo(deputy)).filter(({ kind }) => kind === "SUBSTITUTE_NAMED")).toHaveLength(1);

    test.clock.set("2027-02-01T09:00:00+09:00");
    await approve(as(other), { documentId: later.id, version: later.version });
    await settleEvents(test.ctx);
    expect(await badge(deputy)).toBe(2);
    await approve(as(deputy), { documentId: first.id, version: first.version });
    await settleEvents(test.ctx);
    expect(await viewDocument(as(writer), { documentId: first.id })).toMatchObject({ status: "APPROVED" });
    expect(await verifyDocument(as(hr), { documentId: first.id })).toMatchObject({ intact: true });
  });

  it("leaves it to their standing substitute where nobody else was named", async () => {
    await name(boss, deputy, null);
    await write(boss);
    expect(await waiting(deputy)).toEqual([]);
    await leave(boss);
    await settleEvents(test.ctx);
    expect(await waiting(deputy)).toHaveLength(1);
  });

  it("passes on what they had taken over from somebody who left before", async () => {
    await write(boss);
    await leave(boss, deputy.id);
    await settleEvents(test.ctx);
    expect(await countAwaiting(as(hr), { employeeId: deputy.id })).toMatchObject({ waiting: 1 });
    await leave(deputy, other.id);
    await settleEvents(test.ctx, 2);
    expect(await waiting(other)).toMatchObject([{ onBehalfOf: { name: "김부장" } }]);
    expect(await waiting(deputy)).toEqual([]);
  });

  it("is succeeded by whom HR names, whomever they had named themselves", async () => {
    await name(boss, other);
    await name(boss, other, { from: "2026-11-25", to: "2026-11-26" } as Period);
    await write(boss);
    await leave(boss, deputy.id);
    await settleEvents(test.ctx, 2);
    expect([await badge(deputy), await badge(other)]).toEqual([1, 0]);
    test.clock.set("2026-11-25T09:00:00+09:00");
    expect([await badge(deputy), await badge(other)]).toEqual([1, 0]);
  });

  it("decides alone again once they are back, and keeps whom they name then though the events come again", async () => {
    await write(boss);
    await name(other, boss, null);
    await leave(boss, deputy.id);
    const messages = (await findWaitingEvents(test.ctx.mysql, 200)).map(({ message }) => message);
    await settleEvents(test.ctx, 2);
    expect(await badge(deputy)).toBe(1);
    await reactivateEmployee(as(hr), { employeeId: boss.id, version: boss.version + 1 });
    await settleEvents(test.ctx, 2);
    expect(await badge(deputy)).toBe(0);
    expect((await listSubstitutions(as(boss), {})).named).toMatchObject([{ state: "ENDED" }]);
    expect((await toldTo(deputy)).map(({ kind }) => kind)).toContain("SUBSTITUTE_ENDED");

    await name(boss, other, null);
    await name(other, boss, null);
    await test.ctx.mysql.query("DELETE FROM inbox_entries");
    for (const message of messages) await deliver(test.ctx, message, 2);
    const { named, standsIn } = await listSubstitutions(as(boss), {});
    expect(named[0]).toMatchObject({ substitute: { id: other.id }, state: "STANDING" });
    expect(standsIn[0]).toMatchObject({ principal: { id: other.id }, state: "STANDING" });
    expect(await badge(deputy)).toBe(0);
  });

  it("keeps their own standing substitute when they come back, and who comes back late what HR has named since", async () => {
    await name(boss, deputy, null);
    await leave(boss);
    await reactivateEmployee(as(hr), { employeeId: boss.id, version: boss.version + 1 });
    const back = (await findWaitingEvents(test.ctx.mysql, 200)).map(({ message }) => message);
    await settleEvents(test.ctx, 2);
    expect((await listSubstitutions(as(boss), {})).named).toMatchObject([{ state: "STANDING" }]);
    await leave({ ...boss, version: boss.version + 2 }, other.id);
    await settleEvents(test.ctx);
    for (const message of back) await deliver(test.ctx, message);
    expect((await listSubstitutions(as(hr), { employeeId: boss.id })).named[0]).toMatchObject({
      substitute: { id: other.id },
      state: "RUNNING",
    });
  });

  it("cannot be succeeded by themselves or by somebody who has left", async () => {
    await expectRefusal(leave(boss, boss.id), "substitution.person-unavailable");
    await leave(deputy);
    await expectRefusal(leave(boss, deputy.id), "substitution.person-unavailable");
    expect(await countAwaiting(as(hr), { employeeId: boss.id })).toEqual({ waiting: 0, upcoming: 0 });
    await expectRefusal(countAwaiting(as(boss), { employeeId: boss.id }), "request.forbidden");
  });
});

describe("the list of substitutes", () => {
  it("shows whatever may still hold, however many were ended since, and of those the newest", async () => {
    await name(boss, deputy, null);
    await name(boss, other, { from: "2026-12-01", to: "2026-12-01" } as Period);
    for (let index = 0; index < 51; index += 1) {
      test.clock.advance(1000);
      const { id } = await name(boss, other);
      await endSubstitution(as(boss), { substitutionId: id });
    }
    const { named } = await listSubstitutions(as(boss), {});
    expect(named.slice(0, 3).map(({ state }) => state)).toEqual(["COMING", "STANDING", "ENDED"]);
    expect(named).toHaveLength(52);
    expect((await listSubstitutions(as(deputy), {})).standsIn).toMatchObject([{ state: "STANDING" }]);
  });

  it("says of a standing one beside one for today that it does not run", async () => {
    await name(boss, deputy, null);
    await name(boss, other);
    const leaving = { employeeId: boss.id, version: boss.version, leftOn: today.from };
    await deactivateEmployee(as(hr), leaving);
    expect((await listSubstitutions(as(hr), { employeeId: boss.id })).named).toMatchObject([
      { substitute: { id: other.id }, state: "RUNNING" },
      { substitute: { id: deputy.id }, state: "STANDING" },
    ]);
    expect((await listSubstitutions(as(deputy), {})).standsIn).toMatchObject([{ state: "STANDING" }]);
  });
});
