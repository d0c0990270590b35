import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { callApi } from "./call-api";
import { emailOf } from "./demo-people";
import { mailsTo } from "./mails";
import { Shell } from "./pages/shell";
import { it } from "./portal-test";
import { newTitle, submitExpense } from "./write-documents";

const ARRIVES = { timeout: 20_000 };

/** The mail about a document to the approver of this story. */
async function mailAbout(title: string) {
  return (await mailsTo(emailOf("donghyun.oh"))).find(({ body }) => body.includes(title));
}

/** Resolves when the server has the choice; a new browser also says which language it shows, which is none. */
async function stored(page: Page, choose: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse(
    (answer) =>
      answer.url().includes("notifications.changePreferences") && !answer.request().postData()?.includes('"language"'),
  );
  await choose();
  expect((await answered).status()).toBe(200);
}

const flip = (page: Page, name: string) => stored(page, () => page.getByRole("switch", { name }).click());

describe("settings", () => {
  it("an approver gets a mail with the link; turned off, the portal alone tells; a reload finds the choice", async ({
    open,
  }) => {
    const mailed = newTitle("메일로 받은 요청");
    const silent = newTitle("포털로만 받은 요청");
    const again = newTitle("다시 메일로 받은 요청");
    const page = await open("/", { as: "donghyun.oh" });
    // Whatever was chosen before, and whichever language other tests show them the portal in.
    await callApi(page, "mutation", "notifications.changePreferences", { mailLanguage: "en" });
    await new Shell(page).me.click();
    await page.getByRole("menuitem", { name: "설정" }).click();
    await page.getByRole("heading", { name: "설정", level: 1 }).waitFor();
    const languages = page.getByRole("radiogroup", { name: "메일 언어" });
    await stored(page, () => languages.getByText("한국어").click());
    await page.reload();
    await languages.getByRole("radio", { name: "한국어", checked: true }).waitFor();
    const requester = await open("/", { as: "haneul.kim" });
    const { id } = await submitExpense(requester, mailed, ["donghyun.oh"]);
    await expect.poll(() => mailAbout(mailed), ARRIVES).toBeDefined();
    expect(await mailAbout(mailed)).toMatchObject({
      subject: "[한빛 포털] 김하늘 사원님이 결재를 요청했어요",
      body: expect.stringContaining(`/approvals/${id}`),
    });

    await flip(page, "결재 요청: 메일");
    await flip(page, "하루 요약");
    await page.reload();
    await page.getByRole("combobox", { name: "받을 시각" }).getByText("8시").waitFor();
    await page.getByRole("switch", { name: "결재 요청: 메일", checked: false }).waitFor();

    await submitExpense(requester, silent, ["donghyun.oh"]);
    await page.goto("/notifications");
    await page.getByRole("main").getByRole("link").filter({ hasText: silent }).waitFor(ARRIVES);
    await page.goto("/settings");
    await flip(page, "결재 요청: 메일");
    await flip(page, "하루 요약");
    await page.getByRole("combobox", { name: "받을 시각" }).waitFor({ state: "hidden" });
    // Mails leave in their order: had the silent one been written, it would be there by now.
    await submitExpense(requester, again, ["donghyun.oh"]);
    await expect.poll(() => mailAbout(again), ARRIVES).toBeDefined();
    expect(await mailAbout(silent)).toBeUndefined();
  });
});
