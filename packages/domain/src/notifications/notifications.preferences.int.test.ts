import type { DocumentId } from "@erp/contracts/ids";
import type { NotificationChannel } from "@erp/contracts/notification-preferences";
import type { NotificationKind } from "@erp/contracts/notifications";
import { mailModel } from "@erp/db/mongo/models/mail";
import { notificationModel } from "@erp/db/mongo/models/notification";
import { preferencesModel } from "@erp/db/mongo/models/notification-preferences";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { submit } from "../approvals/approvals.drafts.mutations";
import { comment } from "../approvals/approvals.mutations";
import type { Letter } from "../mailer";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expenseFor } from "../testing/expense-for";
import { TEST_NOW } from "../testing/fixed-clock";
import { settleDocuments } from "../testing/settle-documents";
import { type TestContext, testContext } from "../testing/test-context";
import { writeDueDigests } from "./notifications.digests.mutations";
import { sendDueMails } from "./notifications.mails.mutations";
import { changePreferences } from "./notifications.preferences.mutations";
import { readPreferences } from "./notifications.preferences.queries";

let test: TestContext;
let writer: EmployeeRow;
let approver: EmployeeRow;
let letters: Letter[];

const service = {
  mailer: { send: async (letter: Letter) => void letters.push(letter) },
  portalUrl: "https://erp.example",
};

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

beforeEach(async () => {
  const { mongo } = test.ctx;
  await Promise.all(
    [mailModel(mongo), notificationModel(mongo), preferencesModel(mongo)].map((each) => each.collection.deleteMany({})),
  );
  [writer, approver] = [await buildEmployee(test.ctx, { name: "김도윤" }), await buildEmployee(test.ctx)];
  letters = [];
  test.clock.set(TEST_NOW);
});

const as = (employee: EmployeeRow) => actingAs(test.ctx, employee);
const choose = (employee: EmployeeRow, kind: NotificationKind, channel: NotificationChannel, isOn: boolean) =>
  changePreferences(as(employee), { choice: { kind, channel, isOn } });
const send = () => sendDueMails(test.ctx, service);
const shownTo = ({ id }: EmployeeRow) => notificationModel(test.ctx.mongo).find({ employeeId: id }).lean();

/** A minute later a document waits for the approver; its event is delivered five times. */
async function ask(): Promise<DocumentId> {
  test.clock.advance(60_000);
  const { id } = await submit(as(writer), expenseFor([approver.id]));
  test.signals.length = 0;
  await settleDocuments(test.ctx, 5);
  return id;
}

const signalled = () => test.signals.filter(({ signal }) => signal.about === "notifications").flatMap(({ to }) => to);

describe("preferences", () => {
  it("are everybody's until somebody changes one; the others stay", async () => {
    const before = await readPreferences(as(approver));
    expect(before).toMatchObject({ quietHours: null, digestHour: null });
    expect(before.choices.filter(({ channel, isOn }) => channel === "EMAIL" && isOn).map(({ kind }) => kind)).toEqual([
      "APPROVAL_REQUESTED",
      "APPROVAL_DUE_SOON",
      "APPROVAL_ESCALATED",
      "SUBSTITUTE_REQUESTED",
      "QUEST_REPORTED",
      "LEAVE_EXPIRING",
    ]);
    await Promise.all([
      choose(approver, "APPROVAL_REQUESTED", "EMAIL", false),
      choose(approver, "APPROVAL_COMMENTED", "EMAIL", true),
      changePreferences(as(approver), { quietHours: { from: "22:00", to: "07:00" } }),
    ]);
    const after = await readPreferences(as(approver));
    expect(after.quietHours).toEqual({ from: "22:00", to: "07:00" });
    const changed = after.choices.filter((choice, index) => choice.isOn !== before.choices[index]?.isOn);
    expect(changed).toEqual([
      { kind: "APPROVAL_REQUESTED", channel: "EMAIL", isOn: false },
      { kind: "APPROVAL_COMMENTED", channel: "EMAIL", isOn: true },
    ]);
    expect(await readPreferences(as(writer))).toEqual(before);
  });

  it("in the portal off: nothing is stored and nobody signalled; the mail still comes", async () => {
    await choose(approver, "APPROVAL_REQUESTED", "IN_APP", false);
    await ask();
    expect(await shownTo(approver)).toEqual([]);
    expect(signalled()).toEqual([]);
    expect(await send()).toBe(1);
  });

  it("both off: nothing at all", async () => {
    await choose(approver, "APPROVAL_REQUESTED", "IN_APP", false);
    await choose(approver, "APPROVAL_REQUESTED", "EMAIL", false);
    await ask();
    expect([await shownTo(approver), await send()]).toEqual([[], 0]);
  });
});

describe("a mail", () => {
  it("goes out once for an event and a person, however often it is delivered and whoever sends", async () => {
    const id = await ask();
    expect(await shownTo(approver)).toHaveLength(1);
    const sent = await Promise.all(Array.from({ length: 8 }, send));
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(1);
    test.clock.advance(3_600_000);
    expect(await send()).toBe(0);
    expect(letters).toMatchObject([{ to: approver.email, subject: "[한빛 포털] 김도윤 사원님이 결재를 요청했어요" }]);
    expect(letters[0]?.body).toContain(`https://erp.example/approvals/${id}`);
    expect(letters[0]?.body).toContain("https://erp.example/settings");
  });

  it("is in the language its reader uses, and once they chose one for mails, in that", async () => {
    await changePreferences(as(approver), { language: "en" });
    expect(await readPreferences(as(approver))).toMatchObject({ mailLanguage: "en" });
    await ask();
    await send();
    expect(letters[0]?.subject).toBe("[Hanbit Portal] 김도윤 asks for your decision");
    expect(letters[0]?.body).toMatch(/^지출 신청: 김도윤 asks for your decision/);

    await changePreferences(as(approver), { mailLanguage: "ko" });
    expect(await changePreferences(as(approver), { language: "en" })).toMatchObject({ mailLanguage: "ko" });
    await ask();
    await send();
    expect(letters[1]?.subject).toBe("[한빛 포털] 김도윤 사원님이 결재를 요청했어요");
  });

  it("waits for the end of quiet hours, past midnight", async () => {
    await changePreferences(as(approver), { quietHours: { from: "22:00", to: "07:30" } });
    test.clock.set("2026-11-20T23:10:00+09:00");
    await ask();
    expect(await send()).toBe(0);
    test.clock.set("2026-11-21T07:29:59+09:00");
    expect(await send()).toBe(0);
    test.clock.set("2026-11-21T07:30:00+09:00");
    expect(await send()).toBe(1);
  });

  it("waits also for quiet hours chosen since it was written", async () => {
    test.clock.set("2026-11-20T22:10:00+09:00");
    await ask();
    await changePreferences(as(approver), { quietHours: { from: "22:00", to: "07:30" } });
    expect(await send()).toBe(0);
    test.clock.set("2026-11-21T07:30:00+09:00");
    expect(await send()).toBe(1);
    expect(letters).toHaveLength(1);
  });

  it("that could not be handed over is tried again under the same id, and given up after three days", async () => {
    await ask();
    const tried: string[] = [];
    const broken = {
      ...service,
      mailer: {
        send: async ({ id }: Letter) => {
          tried.push(id);
          throw new Error("the mail service is away");
        },
      },
    };
    expect(await sendDueMails(test.ctx, broken)).toBe(0);
    expect(await send()).toBe(0);
    test.clock.advance(121_000);
    expect(await send()).toBe(1);
    expect(letters.map(({ id }) => id)).toEqual(tried);

    await ask();
    test.clock.advance(3 * 24 * 3_600_000 + 1000);
    expect(await send()).toBe(0);
    expect(await mailModel(test.ctx.mongo).countDocuments({ outcome: "GIVEN_UP" })).toBe(1);
  });

  it("to somebody who has left meanwhile is dropped", async () => {
    await ask();
    await test.ctx.mysql.query("UPDATE employees SET status = 'LEAVER' WHERE id = ?", [approver.id]);
    expect(await send()).toBe(0);
    expect(await mailModel(test.ctx.mongo).findOne({}).lean()).toMatchObject({ outcome: "DROPPED" });
  });
});

describe("the digest", () => {
  beforeEach(async () => {
    await choose(approver, "APPROVAL_REQUESTED", "EMAIL", false);
    await changePreferences(as(approver), { digestHour: 18 });
  });

  it("is one mail a day with what is unread since the last one, whatever was missed", async () => {
    const [first, second] = [await ask(), await ask()];
    test.clock.set("2026-11-20T17:59:00+09:00");
    expect(await writeDueDigests(test.ctx)).toBe(0);
    test.clock.set("2026-11-20T18:07:00+09:00");
    const written = await Promise.all(Array.from({ length: 5 }, () => writeDueDigests(test.ctx)));
    expect(written).toContain(1);
    expect(await writeDueDigests(test.ctx)).toBe(0);
    expect(await send()).toBe(1);
    expect(letters[0]?.subject).toBe("[한빛 포털] 읽지 않은 알림 2건");
    for (const id of [first, second]) expect(letters[0]?.body).toContain(`/approvals/${id}`);

    const third = await ask();
    test.clock.set("2026-11-24T09:00:00+09:00");
    expect(await writeDueDigests(test.ctx)).toBe(1);
    expect(await writeDueDigests(test.ctx)).toBe(0);
    await send();
    expect(letters).toHaveLength(2);
    expect(letters[1]?.body).toContain(third);
    expect(letters[1]?.body).not.toContain(first);
  });

  it("leaves out what was read, and with nothing unread there is none", async () => {
    const id = await ask();
    await notificationModel(test.ctx.mongo).updateMany({}, { $set: { readAt: test.ctx.clock.now() } });
    await comment(as(writer), { documentId: id, text: "확인 부탁드려요" });
    test.clock.set("2026-11-20T18:00:00+09:00");
    expect(await writeDueDigests(test.ctx)).toBe(0);
  });

  it("at another hour is not a second one on the same day, and loses nothing", async () => {
    await ask();
    test.clock.set("2026-11-20T18:00:00+09:00");
    await writeDueDigests(test.ctx);
    const later = await ask();
    await changePreferences(as(approver), { digestHour: 20 });
    test.clock.set("2026-11-20T20:30:00+09:00");
    expect(await writeDueDigests(test.ctx)).toBe(0);
    test.clock.set("2026-11-21T20:00:00+09:00");
    expect(await writeDueDigests(test.ctx)).toBe(1);
    await send();
    expect(letters.at(-1)?.body).toContain(later);
  });

  it("tells of what an outage kept until after the digest that it belonged in", async () => {
    await changePreferences(as(approver), { digestHour: 18 });
    test.clock.advance(60_000);
    await submit(as(writer), expenseFor([approver.id]));
    test.clock.set("2026-11-20T18:05:00+09:00");
    expect(await writeDueDigests(test.ctx)).toBe(0);
    await settleDocuments(test.ctx, 1);
    test.clock.set("2026-11-21T18:05:00+09:00");
    expect(await writeDueDigests(test.ctx)).toBe(1);
  });

  it("leaves nobody for the next run", async () => {
    const preferences = preferencesModel(test.ctx.mongo);
    const people = Array.from({ length: 201 }, (_, index) => ({
      _id: `person-${index}`,
      digestHour: 8,
      nextDigestAt: test.ctx.clock.now(),
    }));
    await preferences.collection.insertMany(people as never);
    await writeDueDigests(test.ctx);
    expect(await preferences.countDocuments({ nextDigestAt: { $lte: test.ctx.clock.now() } })).toBe(0);
  });

  it("of nobody who turned it off", async () => {
    await ask();
    await changePreferences(as(approver), { digestHour: null });
    test.clock.set("2026-11-20T18:00:00+09:00");
    expect(await writeDueDigests(test.ctx)).toBe(0);
  });
});
