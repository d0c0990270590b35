import type { Period } from "@erp/contracts/dates";
import { nameSubstituteInput } from "@erp/contracts/substitutions";
import { describe, expect, it } from "vitest";
import { deactivateEmployee } from "../employees/employees.leaving.mutations";
import { cancelLeave } from "../leave/leave.cancellations.mutations";
import { requestLeave } from "../leave/leave.requests.mutations";
import { buildEmployee } from "../testing/build-employee";
import { existing } from "../testing/existing";
import { expectRefusal } from "../testing/expect-refusal";
import { expenseFor } from "../testing/expense-for";
import { grantLeave, leaveFor } from "../testing/leave-for";
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
import { countBoxes, listBox } from "./approvals.boxes.queries";
import { submit } from "./approvals.drafts.mutations";
import { approve, comment, reject, withdraw } from "./approvals.mutations";
import { verifyDocument, viewDocument } from "./approvals.queries";
import { endSubstitution, nameSubstitute } from "./approvals.substitutions.mutations";
import { listSubstitutions } from "./approvals.substitutions.queries";

playSubstitutes();

describe("while a substitution holds", () => {
  it("the substitute finds what waits for the approver, marked with their name, and is told", async () => {
    const { id: documentId } = await write(boss);
    expect(await waiting(deputy)).toEqual([]);
    await name(boss, deputy);
    expect(await waiting(deputy)).toMatchObject([{ id: documentId, onBehalfOf: { name: "김부장" } }]);
    expect(await badge(deputy)).toBe(1);
    expect(await waiting(boss)).toMatchObject([{ id: documentId, onBehalfOf: null }]);
    const found = await listBox(as(deputy), { box: "WAITING", limit: 20, search: "택시" });
    expect(found.items).toMatchObject([{ id: documentId, onBehalfOf: { name: "김부장" } }]);
    await write(boss);
    await settleEvents(test.ctx, 2);
    expect(await toldTo(deputy)).toContainEqual({ kind: "SUBSTITUTE_NAMED", actor: "김부장", subject: "2026-11-20" });
    expect(await toldTo(deputy)).toContainEqual({
      kind: "SUBSTITUTE_REQUESTED",
      actor: "김부장",
      subject: "지출 신청",
    });
  });

  it("the substitute is told what is said, and that it was taken back, until the approver has decided", async () => {
    await name(boss, deputy);
    const { id: documentId } = await write(boss);
    const { version } = await comment(as(writer), { documentId, text: "급해요" });
    await settleEvents(test.ctx);
    await withdraw(as(writer), { documentId, version });
    const decided = await write(boss, other);
    await approve(as(boss), { documentId: decided.id, version: decided.version });
    await settleEvents(test.ctx, 2);
    await comment(as(writer), { documentId: decided.id, text: "고마워요" });
    await settleEvents(test.ctx, 2);
    expect((await toldTo(deputy)).map(({ kind }) => kind).sort()).toEqual([
      "APPROVAL_COMMENTED",
      "APPROVAL_WITHDRAWN",
      "SUBSTITUTE_NAMED",
      "SUBSTITUTE_REQUESTED",
      "SUBSTITUTE_REQUESTED",
    ]);
  });

  it("the substitute may read what they are told was taken back, also later, and nobody who was not asked then", async () => {
    const row = await name(boss, deputy);
    const { id: documentId, version } = await write(boss);
    await withdraw(as(writer), { documentId, version });
    expect((await viewDocument(as(deputy), { documentId })).status).toBe("WITHDRAWN");
    test.clock.advance(60_000);
    await endSubstitution(as(boss), { substitutionId: row.id });
    expect((await viewDocument(as(deputy), { documentId })).status).toBe("WITHDRAWN");
    const afterwards = await write(boss);
    await withdraw(as(writer), { documentId: afterwards.id, version: afterwards.version });
    await expectRefusal(viewDocument(as(deputy), { documentId: afterwards.id }), "approval.not-found");
    await name(boss, other);
    await expectRefusal(viewDocument(as(other), { documentId }), "approval.not-found");
  });

  it("both names stand at the decision and in the history, sealed by the chain; the document stays readable", async () => {
    await name(boss, deputy);
    const { id: documentId, version } = await write(boss, other);
    const decided = await approve(as(deputy), { documentId, version });
    expect(decided.line[0]?.approvers[0]).toMatchObject({
      person: { name: "김부장" },
      substitute: { name: "이차장" },
      decision: "APPROVED",
    });
    await settleEvents(test.ctx);
    const now = await viewDocument(as(deputy), { documentId });
    expect(now.history[1]).toMatchObject({ actor: { name: "이차장" }, onBehalfOf: { name: "김부장" } });
    expect(now.line[1]?.state).toBe("OPEN");
    expect(await verifyDocument(as(deputy), { documentId })).toMatchObject({ intact: true });
    expect((await listBox(as(deputy), { box: "DONE", limit: 20 })).items).toMatchObject([{ id: documentId }]);
    expect((await listBox(as(boss), { box: "DONE", limit: 20 })).items).toMatchObject([{ id: documentId }]);
  });

  it("E45: the approver and the substitute at once give one decision and one conflict", async () => {
    await name(boss, deputy);
    const { id: documentId, version } = await write(boss);
    const outcomes = await Promise.allSettled([
      approve(as(boss), { documentId, version }),
      reject(as(deputy), { documentId, version, reason: "예산 초과" }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const late = existing(outcomes.find((outcome) => outcome.status === "rejected"));
    expect((late as PromiseRejectedResult).reason.code).toMatch(/^approval\.already-(decided|closed)$/);
  });

  it("a substitute who comes later is told that it is decided", async () => {
    await name(boss, deputy);
    const { id: documentId, version } = await write(boss, other);
    await approve(as(boss), { documentId, version });
    await expectRefusal(approve(as(deputy), { documentId, version }), "approval.already-decided");
    await expectRefusal(viewDocument(as(deputy), { documentId }), "approval.not-found");
  });

  it("one who is asked themselves decides for themselves first, then for the approver", async () => {
    await name(boss, deputy);
    const step = { kind: "APPROVAL" as const, quorum: "ALL" as const, approverIds: [boss.id, deputy.id] };
    const { id: documentId, version } = await submit(as(writer), { ...expenseFor([]), line: [step] });
    expect(await waiting(deputy)).toMatchObject([{ onBehalfOf: null }]);
    const own = await approve(as(deputy), { documentId, version });
    expect(own).toMatchObject({ onBehalfOf: { name: "김부장" }, allowedActions: expect.arrayContaining(["approve"]) });
    const both = await approve(as(deputy), { documentId, version: own.version });
    expect(both.line[0]?.state).toBe("APPROVED");
  });
});

describe("a substitution never leads to", () => {
  it("E44: deciding one's own document", async () => {
    await name(boss, writer);
    const { id: documentId, version } = await write(boss);
    expect([await waiting(writer), await badge(writer)]).toEqual([[], 0]);
    await expectRefusal(approve(as(writer), { documentId, version }), "approval.own-document");
    await settleEvents(test.ctx);
    expect((await toldTo(writer)).map(({ kind }) => kind)).not.toContain("SUBSTITUTE_REQUESTED");
  });

  it("a substitute's substitute, nor in a circle", async () => {
    await name(boss, deputy);
    await name(deputy, other);
    await name(other, boss);
    const { id: documentId, version } = await write(boss);
    expect(await waiting(other)).toEqual([]);
    await expectRefusal(approve(as(other), { documentId, version }), "approval.not-your-turn");
    expect(await waiting(deputy)).toHaveLength(1);
  });

  it("more than its days", async () => {
    await name(boss, deputy, { from: "2026-11-21", to: "2026-11-22" } as Period);
    const { id: documentId, version } = await write(boss);
    expect(await waiting(deputy)).toEqual([]);
    test.clock.set("2026-11-21T00:01:00+09:00");
    expect(await waiting(deputy)).toHaveLength(1);
    test.clock.set("2026-11-23T00:00:00+09:00");
    expect(await waiting(deputy)).toEqual([]);
    await expectRefusal(approve(as(deputy), { documentId, version }), "approval.not-your-turn");
  });

  it("anything after it was ended, also for a page that still shows it", async () => {
    const { id } = await name(boss, deputy);
    const { id: documentId, version } = await write(boss);
    expect(await waiting(deputy)).toHaveLength(1);
    expect(await endSubstitution(as(boss), { substitutionId: id })).toMatchObject({ state: "ENDED" });
    expect(await waiting(deputy)).toEqual([]);
    await expectRefusal(approve(as(deputy), { documentId, version }), "approval.not-your-turn");
    await expectRefusal(endSubstitution(as(boss), { substitutionId: id }), "substitution.already-ended");
  });

  it("E14: decisions by somebody who has left: it ends by itself, and somebody else may be named", async () => {
    await name(boss, deputy);
    await write(boss);
    const leaving = { employeeId: deputy.id, version: deputy.version, leftOn: today.from };
    await deactivateEmployee(as(hr), leaving);
    await settleEvents(test.ctx, 2);
    expect(await waiting(deputy)).toEqual([]);
    expect((await listSubstitutions(as(boss), {})).named).toMatchObject([{ state: "ENDED" }]);
    await name(boss, other);
    expect(await badge(other)).toBe(1);
  });
});

describe("approved leave", () => {
  const leaveOn = async (from: string, to: string, leaveMinutes: number) => {
    await grantLeave(test.ctx, boss, 4800);
    const request = await requestLeave(as(boss), leaveFor([hr.id], { from, to }, leaveMinutes));
    const { version } = await viewDocument(as(boss), { documentId: request.id });
    await approve(as(hr), { documentId: request.id, version });
    await settleEvents(test.ctx, 2);
    return request.id;
  };

  it("switches the standing substitute on for its days, and taking it back switches them off", async () => {
    await name(boss, deputy, null);
    await write(boss);
    expect(await waiting(deputy)).toEqual([]);
    const requestId = await leaveOn("2026-11-24", "2026-11-25", 960);
    expect(await toldTo(deputy)).toContainEqual({
      kind: "SUBSTITUTE_NAMED",
      actor: "김부장",
      subject: "2026-11-24 – 2026-11-25",
    });
    expect((await listSubstitutions(as(boss), {})).named).toMatchObject([{ state: "STANDING" }]);
    expect(await waiting(deputy)).toEqual([]);
    await cancelLeave(as(boss), { requestId, reason: "일정 변경" });
    await settleEvents(test.ctx, 2);
    test.clock.set("2026-11-24T09:00:00+09:00");
    expect(await waiting(deputy)).toEqual([]);
    await leaveOn("2026-11-25", "2026-11-26", 960);
    test.clock.set("2026-11-25T09:00:00+09:00");
    expect(await waiting(deputy)).toMatchObject([{ onBehalfOf: { name: "김부장" } }]);
    expect((await listSubstitutions(as(deputy), {})).standsIn).toMatchObject([{ state: "RUNNING" }]);
  });

  it("leaves the days alone for which somebody else is named", async () => {
    await name(boss, deputy, null);
    await name(boss, other, { from: "2026-11-25", to: "2026-11-25" } as Period);
    await leaveOn("2026-11-24", "2026-11-25", 960);
    await write(boss);
    test.clock.set("2026-11-24T09:00:00+09:00");
    expect([await badge(deputy), await badge(other)]).toEqual([1, 0]);
    test.clock.set("2026-11-25T09:00:00+09:00");
    expect([await badge(deputy), await badge(other)]).toEqual([0, 1]);
  });
});

describe("naming somebody", () => {
  it.each([
    ["oneself", () => name(boss, boss), "substitution.oneself"],
    [
      "days that are over",
      () => name(boss, deputy, { ...today, from: "2026-11-19" } as Period),
      "substitution.days-over",
    ],
  ] as const)("%s is refused", async (_, attempt, code) => {
    await expectRefusal(attempt(), code);
  });

  it("E14: who has left is refused", async () => {
    const leaver = await buildEmployee(test.ctx, { status: "LEAVER" });
    await expectRefusal(name(boss, leaver), "substitution.person-unavailable");
  });

  it("twice for one day is refused, also at the same moment, and twice as the standing one", async () => {
    const outcomes = await Promise.allSettled([name(boss, deputy), name(boss, other)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await name(boss, deputy, null);
    await expectRefusal(name(boss, other, null), "substitution.overlapping");
  });

  it("for others is HR's alone; nobody else sees, names or ends it", async () => {
    const input = { ...nameSubstituteInput.parse({ substituteId: deputy.id, period: today, reason: "" }) };
    await expectRefusal(nameSubstitute(as(other), { ...input, employeeId: boss.id }), "request.forbidden");
    const { id: substitutionId } = await nameSubstitute(as(hr), { ...input, employeeId: boss.id });
    await expectRefusal(listSubstitutions(as(other), { employeeId: boss.id }), "request.forbidden");
    await expectRefusal(endSubstitution(as(deputy), { substitutionId }), "substitution.not-found");
    await endSubstitution(as(hr), { substitutionId });
    expect((await listSubstitutions(as(hr), { employeeId: boss.id })).named).toMatchObject([{ state: "ENDED" }]);
  });
});

it("people who stand in for nobody pay no question to MySQL for their waiting box", async () => {
  await write(boss);
  await waiting(boss);
  const asked: string[] = [];
  const mysql = new Proxy(test.ctx.mysql, {
    get: (target, key, receiver) => {
      if (key === "query") asked.push("query");
      return Reflect.get(target, key, receiver);
    },
  });
  await listBox({ ...as(boss), mysql }, { box: "WAITING", limit: 20 });
  await countBoxes({ ...as(boss), mysql });
  expect(asked).toEqual([]);
});
