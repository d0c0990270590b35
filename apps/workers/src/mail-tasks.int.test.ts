import { submit } from "@erp/domain/approvals/approvals.drafts.mutations";
import { changePreferences } from "@erp/domain/notifications/notifications.preferences.mutations";
import { actingAs, buildEmployee } from "@erp/domain/testing/build-employee";
import { expenseFor } from "@erp/domain/testing/expense-for";
import { settleDocuments } from "@erp/domain/testing/settle-documents";
import { type TestContext, testContext } from "@erp/domain/testing/test-context";
import { readEnvironment } from "@erp/local-stack/portal";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailer } from "./mail";
import { mailTasks } from "./mail-tasks";

type KeptMail = { id: string; subject: string; body: string };

let test: TestContext;
let outbox: string;

beforeAll(async () => {
  test = await testContext();
  outbox = (await readEnvironment("test")).MAIL_OUTBOX_URL;
});
afterAll(() => test.close());

/** Newest first. */
async function mailsTo(email: string): Promise<KeptMail[]> {
  const answer = await fetch(`${outbox}/api/mails?to=${encodeURIComponent(email)}`);
  return (await answer.json()) as KeptMail[];
}

/** One round of the leader's mail tasks. */
async function runTasks(): Promise<void> {
  const mailer = openMailer({ MAIL_OUTBOX_URL: outbox, MAIL_FROM: "", AWS_REGION: "ap-northeast-2" });
  for (const task of mailTasks(mailer && { mailer, portalUrl: "https://erp.example" })) await task.run(test.ctx);
}

it("a request for a decision and the digest of the day reach the outbox, once each", async () => {
  const [writer, approver] = [await buildEmployee(test.ctx), await buildEmployee(test.ctx)];
  await changePreferences(actingAs(test.ctx, approver), { digestHour: 18 });
  test.clock.advance(60_000);
  const { id } = await submit(actingAs(test.ctx, writer), expenseFor([approver.id]));
  await settleDocuments(test.ctx, 3);
  await Promise.all([runTasks(), runTasks()]);
  expect(await mailsTo(approver.email)).toMatchObject([{ subject: "[한빛 포털] 김하늘 사원님이 결재를 요청했어요" }]);

  test.clock.set("2026-11-20T18:03:00+09:00");
  for (let round = 0; round < 3; round += 1) await runTasks();
  const mails = await mailsTo(approver.email);
  expect(mails.map(({ subject }) => subject)).toEqual([
    "[한빛 포털] 읽지 않은 알림 1건",
    "[한빛 포털] 김하늘 사원님이 결재를 요청했어요",
  ]);
  expect(mails.every(({ body }) => body.includes(`https://erp.example/approvals/${id}`))).toBe(true);
});

it("without a mail service there is nothing to do", () => {
  expect(mailTasks(null)).toEqual([]);
});
