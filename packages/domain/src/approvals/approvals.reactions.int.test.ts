import { documentModel } from "@erp/db/mongo/models/approval-document";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { redisKeys } from "@erp/db/redis/keys";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "../context";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { existing } from "../testing/existing";
import { expenseFor } from "../testing/expense-for";
import { deliver, settleDocuments } from "../testing/settle-documents";
import { type TestContext, testContext } from "../testing/test-context";
import { submit } from "./approvals.drafts.mutations";
import { approve, comment, reject } from "./approvals.mutations";
import { viewDocument } from "./approvals.queries";

let test: TestContext;
let writer: EmployeeRow;
let first: EmployeeRow;
let second: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

beforeEach(async () => {
  [writer, first, second] = [
    await buildEmployee(test.ctx),
    await buildEmployee(test.ctx),
    await buildEmployee(test.ctx),
  ];
});

const as = (employee: EmployeeRow) => actingAs(test.ctx, employee);
const stored = async (id: string) => existing(await documentModel(test.ctx.mongo).findById(id).lean());
const view = (id: Parameters<typeof viewDocument>[1]["documentId"]) => viewDocument(as(writer), { documentId: id });

async function decidedOnce() {
  const document = await submit(as(writer), expenseFor([first.id, second.id]));
  await approve(as(first), { documentId: document.id, version: 1 });
  const { outbox } = await stored(document.id);
  return { id: document.id, messages: outbox.map(({ message }) => message) };
}

describe("E55: events that come late and often", () => {
  it("open the next step once, though delivered five times and at once", async () => {
    const { id, messages } = await decidedOnce();
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        for (const message of messages) await deliver(test.ctx, message);
      }),
    );
    const document = await view(id);
    expect(document).toMatchObject({ version: 3, line: [{ state: "APPROVED" }, { state: "OPEN" }] });
    expect(document.history.map(({ kind }) => kind)).toEqual(["SUBMITTED", "APPROVED_STEP", "STEP_OPENED"]);
    expect((await stored(id)).outbox).toHaveLength(3);
  });

  it("find nothing to do after the end", async () => {
    const { id, messages } = await decidedOnce();
    await settleDocuments(test.ctx, 5);
    await reject(as(second), { documentId: id, version: 3, reason: "안 돼요" });
    await settleDocuments(test.ctx, 5);
    const ended = await view(id);
    for (const message of messages) await deliver(test.ctx, message, 5);
    expect(await view(id)).toEqual(ended);
    expect((await stored(id)).hasOutbox).toBe(false);
  });

  it("advance although people comment at that very moment", async () => {
    const { id, messages } = await decidedOnce();
    const talking = Array.from({ length: 8 }, (_, index) =>
      comment(as(writer), { documentId: id, text: `의견 ${index}` }),
    );
    await Promise.all([...talking, ...messages.map((message) => deliver(test.ctx, message))]);
    expect((await view(id)).line.map(({ state }) => state)).toEqual(["APPROVED", "OPEN"]);
  });

  it("about a document that is gone do no harm", async () => {
    const { id, messages } = await decidedOnce();
    await documentModel(test.ctx.mongo).deleteOne({ _id: id });
    for (const message of messages) await deliver(test.ctx, message);
  });
});

it("E50: everybody concerned is signalled, after the queues are right", async () => {
  const { id } = await decidedOnce();
  const waitingWhenSignalled: number[] = [];
  const signalled = new Set<string>();
  const watching: Ctx = {
    ...test.ctx,
    signals: {
      send: async (to, signal) => {
        if (signal.about !== "approvals" || signal.documentId !== id || signal.version < 3) return;
        for (const person of to) signalled.add(person);
        waitingWhenSignalled.push(await test.ctx.redis.zcard(redisKeys.waitingQueue(second.id)));
      },
    },
  };
  await settleDocuments(watching);
  expect((await view(id)).currentStep).toBe(2);
  expect([...signalled].sort()).toEqual([writer.id, first.id, second.id].sort());
  expect(waitingWhenSignalled.length).toBeGreaterThan(0);
  expect(new Set(waitingWhenSignalled)).toEqual(new Set([1]));
});
