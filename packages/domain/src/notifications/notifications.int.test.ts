import type { EventEnvelope } from "@erp/contracts/events";
import type { EmployeeId } from "@erp/contracts/ids";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { notificationModel } from "@erp/db/mongo/models/notification";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { submit } from "../approvals/approvals.drafts.mutations";
import { approve, comment, reject, withdraw } from "../approvals/approvals.mutations";
import { newEvent } from "../emit";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { existing } from "../testing/existing";
import { expectRefusal } from "../testing/expect-refusal";
import { expenseFor } from "../testing/expense-for";
import { deliver, settleDocuments } from "../testing/settle-documents";
import { type TestContext, testContext } from "../testing/test-context";
import { readAllNotifications, readNotification, readNotificationsAbout } from "./notifications.mutations";
import { countUnread, listNotifications } from "./notifications.queries";
import { notificationReactions } from "./notifications.reactions";

let test: TestContext;
let writer: EmployeeRow;
let first: EmployeeRow;
let second: EmployeeRow;
let reference: EmployeeRow;
let reader: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

beforeEach(async () => {
  const build = (name: string) => buildEmployee(test.ctx, { name });
  [writer, first, second] = [await build("writer"), await build("first"), await build("second")];
  [reference, reader] = [await build("reference"), await build("reader")];
});

const as = (employee: EmployeeRow) => actingAs(test.ctx, employee);
const listOf = async (employee: EmployeeRow) =>
  (await listNotifications(as(employee), { unreadOnly: false, limit: 30 })).items;

/** What the five have been told since the last look, and that nobody else was told anything. */
async function told(): Promise<Record<string, string[]>> {
  await settleDocuments(test.ctx, 5);
  const names = new Map([writer, first, second, reference, reader].map(({ id, name }) => [id, name]));
  const stored = await notificationModel(test.ctx.mongo).find({}).sort({ createdAt: 1, kind: 1 }).lean();
  await notificationModel(test.ctx.mongo).deleteMany({});
  const result: Record<string, string[]> = {};
  for (const { employeeId, kind, actor, text } of stored) {
    const name = names.get(employeeId) ?? "somebody else";
    const line = [kind.replace("APPROVAL_", ""), actor?.name, text].filter((part) => part !== null).join(" ");
    result[name] = [...(result[name] ?? []), line];
  }
  return result;
}

function submitted() {
  const input = { ...expenseFor([first.id, second.id]), referenceIds: [reference.id], readerIds: [reader.id] };
  return submit(as(writer), input);
}

async function versionOf(id: string): Promise<number> {
  return existing(await documentModel(test.ctx.mongo).findById(id).lean()).version;
}

describe("E51: every event tells the people concerned, once although delivered five times, and nobody else", () => {
  it("from submission over two steps to the end", async () => {
    const { id } = await submitted();
    expect(await told()).toEqual({ first: ["REQUESTED writer"], reference: ["REFERENCED writer"] });
    await approve(as(first), { documentId: id, version: 1 });
    expect(await told()).toEqual({ second: ["REQUESTED writer"] });
    await approve(as(second), { documentId: id, version: await versionOf(id) });
    expect(await told()).toEqual({ writer: ["APPROVED second"], reader: ["SHARED writer"] });
  });

  it("of a rejection the requester, with the reason", async () => {
    const { id } = await submitted();
    await told();
    await reject(as(first), { documentId: id, version: 1, reason: "예산 초과" });
    expect(await told()).toEqual({ writer: ["REJECTED first 예산 초과"] });
  });

  it("of a withdrawal those who were asked, not those whose turn had not come", async () => {
    const { id } = await submitted();
    await told();
    await withdraw(as(writer), { documentId: id, version: 1 });
    expect(await told()).toEqual({ first: ["WITHDRAWN writer"] });
  });

  it("of a comment the requester and those who were asked, never who spoke", async () => {
    const { id } = await submitted();
    await told();
    await comment(as(first), { documentId: id, text: "영수증이 있나요?" });
    expect(await told()).toEqual({ writer: ["COMMENTED first 영수증이 있나요?"] });
    await comment(as(writer), { documentId: id, text: "가".repeat(1000) });
    expect(await told()).toEqual({ first: [`COMMENTED writer ${"가".repeat(200)}`] });
  });

  it("signals exactly those who were told, with a link to the document", async () => {
    test.signals.length = 0;
    const { id } = await submitted();
    await settleDocuments(test.ctx);
    const signalled = test.signals.filter(({ signal }) => signal.about === "notifications").flatMap(({ to }) => to);
    expect([...signalled].sort()).toEqual([first.id, reference.id].sort());
    expect(await listOf(first)).toMatchObject([{ subject: "지출 신청", link: `/approvals/${id}`, readAt: null }]);
  });
});

describe("a change of role", () => {
  const edited = (subject: EmployeeRow, by: EmployeeRow, changed: string[]): EventEnvelope<"employee.edited"> =>
    newEvent(as(by), "employee.edited", subject.id, { employeeId: subject.id as EmployeeId, changed });

  it("is told to the person, once", async () => {
    const event = edited(first, writer, ["role", "position"]);
    for (let delivery = 0; delivery < 5; delivery += 1) await notificationReactions["employee.edited"](test.ctx, event);
    expect(await listOf(first)).toMatchObject([{ kind: "ACCOUNT_CHANGED", actor: { name: "writer" } }]);
  });

  it("other edits, and one's own, are not", async () => {
    await notificationReactions["employee.edited"](test.ctx, edited(second, writer, ["position"]));
    await notificationReactions["employee.edited"](test.ctx, edited(second, second, ["role"]));
    expect(await listOf(second)).toEqual([]);
  });
});

describe("E52: what happened while somebody was away", () => {
  it("is unread until read: one, those about a page, or all; and stays read when the event comes again", async () => {
    const documents = [];
    for (let index = 0; index < 4; index += 1) {
      test.clock.advance(1000);
      documents.push(await submitted());
    }
    const messages = (await documentModel(test.ctx.mongo).find({ hasOutbox: true }).lean()).flatMap(
      ({ outbox }) => outbox,
    );
    await settleDocuments(test.ctx);
    expect(await countUnread(as(first))).toEqual({ unread: 4 });

    const [newest] = await listOf(first);
    expect(newest?.link).toBe(`/approvals/${documents[3]?.id}`);
    const notificationId = existing(newest).id;
    expect(await readNotification(as(first), { notificationId })).toEqual({ unread: 3 });
    expect(await readNotification(as(first), { notificationId })).toEqual({ unread: 3 });
    await expectRefusal(readNotification(as(second), { notificationId }), "notification.not-found");
    expect(await readNotificationsAbout(as(first), { link: `/approvals/${documents[0]?.id}` })).toEqual({ unread: 2 });
    expect((await listNotifications(as(first), { unreadOnly: true, limit: 30 })).items).toHaveLength(2);

    for (const { message } of messages) await deliver(test.ctx, message);
    expect(await countUnread(as(first))).toEqual({ unread: 2 });
    expect(await readAllNotifications(as(first))).toEqual({ unread: 0 });
    expect(await countUnread(as(reference))).toEqual({ unread: 4 });
    expect(await listOf(first)).toHaveLength(4);
  });

  it("is paged without gap or repeat, and a foreign cursor is refused", async () => {
    for (let index = 0; index < 7; index += 1) await submitted();
    await settleDocuments(test.ctx);
    const ids: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listNotifications(as(first), { unreadOnly: false, limit: 3, cursor });
      ids.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(new Set(ids).size).toBe(7);
    await expectRefusal(listNotifications(as(first), { unreadOnly: false, limit: 3, cursor: "x" }), "request.invalid");
  });
});
