import type { DocumentId } from "@erp/contracts/ids";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { approve, reject } from "@erp/domain/approvals/approvals.mutations";
import { leaveBalance } from "@erp/domain/leave/leave.balance.queries";
import { requestLeave } from "@erp/domain/leave/leave.requests.mutations";
import { listLeaveRequests } from "@erp/domain/leave/leave.requests.queries";
import { leaveSettlementReactions } from "@erp/domain/leave/leave.settlement.reactions";
import { actingAs, buildEmployee } from "@erp/domain/testing/build-employee";
import { existing } from "@erp/domain/testing/existing";
import { grantLeave, leaveFor } from "@erp/domain/testing/leave-for";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { approvalsConsumer } from "./consumers/approvals";
import { leaveConsumer } from "./consumers/leave";
import { signalsConsumer } from "./consumers/signals";
import { openPipeline, type Pipeline } from "./testing/pipeline";
import { startLeaveProcess } from "./testing/start-worker-process";

const DAY = 480;
const thursday = "2026-11-26";
const consumers = [approvalsConsumer, leaveConsumer, signalsConsumer];

let pipeline: Pipeline;
let person: EmployeeRow;
let boss: EmployeeRow;

beforeEach(async () => {
  pipeline = await openPipeline();
  const hireDate = "2026-11-02" as EmployeeRow["hireDate"];
  boss = await buildEmployee(pipeline.ctx, { role: "MANAGER", hireDate });
  person = await buildEmployee(pipeline.ctx, { departmentId: boss.departmentId, managerId: boss.id, hireDate });
  await grantLeave(pipeline.ctx, person, DAY);
});
afterEach(() => pipeline.close());

const me = () => actingAs(pipeline.ctx, person);
const wanted = () => leaveFor([boss.id], { from: thursday }, DAY);
const decide = (documentId: DocumentId) => approve(actingAs(pipeline.ctx, boss), { documentId, version: 1 });
const documents = () => documentModel(pipeline.ctx.mongo).find({ "requester.id": person.id }).lean();
const kinds = async (): Promise<string[]> => {
  const rows: { kind: string }[] = await pipeline.ctx.mysql.query(
    "SELECT kind FROM leave_ledger WHERE request_id IS NOT NULL ORDER BY lot_key, lot_entry",
  );
  return rows.map(({ kind }) => kind);
};

it("E36: asked, approved and used on real Kafka, and both people's browsers are told", async () => {
  const { id } = await requestLeave(me(), wanted());
  await pipeline.start({ consumers });
  await pipeline.settle(consumers);
  await decide(id);
  await pipeline.settle(consumers);
  expect(await kinds()).toEqual(["HOLD", "RELEASE", "USE"]);
  expect(await leaveBalance(me(), {})).toMatchObject({ availableMinutes: 0, heldMinutes: 0, usedMinutes: DAY });
  const told = pipeline.signals.filter(({ signal }) => signal.about === "leave").flatMap(({ to }) => to);
  expect(new Set(told)).toEqual(new Set([person.id, boss.id]));
});

describe("a program that dies", () => {
  it("E55: between the hold and the document: the worker stores the document from the event, once", async () => {
    const { stores, namespace } = pipeline;
    const doomed = await startLeaveProcess({ stores, namespace, dies: "before-document", person, input: wanted() });
    expect(await doomed.ended).toBe("SIGKILL");
    expect([await kinds(), await documents()]).toEqual([["HOLD"], []]);

    await pipeline.start({ consumers });
    await pipeline.settle(consumers);
    const [document] = await documents();
    expect(document).toMatchObject({ formCode: "ANNUAL_LEAVE", status: "IN_PROGRESS", version: 1 });
    expect(await documents()).toHaveLength(1);
    await reject(actingAs(pipeline.ctx, boss), { documentId: existing(document)._id, version: 1, reason: "바빠요" });
    await pipeline.settle(consumers);
    expect(await kinds()).toEqual(["HOLD", "RELEASE"]);
  });

  it.each(["before-commit", "after-commit"] as const)(
    "E36, E55: %s of the settlement: the days are used once",
    async (dies) => {
      const { id } = await requestLeave(me(), wanted());
      const { stores, namespace } = pipeline;
      const doomed = await startLeaveProcess({ stores, namespace, dies, consumer: "leave" });
      await pipeline.start({ consumers: [approvalsConsumer] });
      await decide(id);
      expect(await doomed.ended).toBe("SIGKILL");
      expect(await kinds()).toEqual(dies === "before-commit" ? ["HOLD"] : ["HOLD", "RELEASE", "USE"]);

      await pipeline.start({ consumers: [leaveConsumer], relays: false });
      await pipeline.settle([approvalsConsumer, leaveConsumer]);
      expect(await kinds()).toEqual(["HOLD", "RELEASE", "USE"]);
      expect(await listLeaveRequests(me(), {})).toMatchObject([{ id, status: "APPROVED" }]);
    },
  );
});

it("E36: a settlement that fails four times after its commit and comes again has one effect", async () => {
  const { id } = await requestLeave(me(), wanted());
  let failures = 0;
  const failing = {
    group: "leave",
    on: {
      "approval.approved": async (...delivery: Parameters<(typeof leaveSettlementReactions)["approval.approved"]>) => {
        await leaveSettlementReactions["approval.approved"](...delivery);
        failures += 1;
        if (failures < 5) throw new Error("the connection was lost after the commit");
      },
    },
  };
  await pipeline.start({ consumers: [approvalsConsumer, failing] });
  await pipeline.settle([approvalsConsumer]);
  await decide(id);
  await pipeline.settle([approvalsConsumer, failing]);
  expect(failures).toBe(5);
  expect(await kinds()).toEqual(["HOLD", "RELEASE", "USE"]);
});
