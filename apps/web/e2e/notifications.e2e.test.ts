import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { InboxPage } from "./pages/inbox-page";
import { it } from "./portal-test";
import { newTitle, submitExpense } from "./write-documents";

describe("notifications", () => {
  it("E52: what happened while one was away waits unread, once, and stays read afterwards", async ({ open }) => {
    const title = newTitle("자리를 비운 사이");
    const requester = await open("/", { as: "haneul.kim" });
    const { id } = await submitExpense(requester, title, ["taeyoon.jung"]);
    // Not a page of the portal: nobody listens to the socket while the workers tell.
    const away = await open("/healthz", { as: "taeyoon.jung" });
    await expect.poll(() => isTold(away, title), { timeout: 20_000 }).toBe(true);

    const page = await open("/notifications?filter=unread", { as: "taeyoon.jung" });
    const row = page.getByRole("main").getByRole("link").filter({ hasText: title });
    await row.filter({ hasText: "김하늘 사원님이 결재를 요청했어요" }).waitFor();
    expect(await row.count()).toBe(1);
    expect(await row.getByText("읽지 않음").count()).toBe(1);
    await row.click();
    await new InboxPage(page).heading(title).waitFor();
    await page.waitForURL(`**/approvals/waiting/${id}`);

    await page.goto("/notifications");
    await row.waitFor();
    await expect.poll(() => row.getByText("읽지 않음").count(), { timeout: 10_000 }).toBe(0);
    await page.reload();
    await row.waitFor();
    expect(await row.getByText("읽지 않음").count()).toBe(0);
  });

  it("E51: nobody else is told", async ({ open }) => {
    const title = newTitle("둘만의 문서");
    const requester = await open("/", { as: "haneul.kim" });
    await submitExpense(requester, title, ["donghyun.oh"]);
    const told = await open("/healthz", { as: "donghyun.oh" });
    await expect.poll(() => isTold(told, title), { timeout: 20_000 }).toBe(true);
    for (const as of ["haneul.kim", "sungho.park", "jimin.han"] as const) {
      expect(await isTold(await open("/healthz", { as }), title), as).toBe(false);
    }
  });

  it("everything is read with one button", async ({ open }) => {
    const requester = await open("/", { as: "haneul.kim" });
    await submitExpense(requester, newTitle("모두 읽음"), ["youngsoo.yoon"]);
    const page = await open("/notifications?filter=unread", { as: "youngsoo.yoon" });
    await page.getByRole("main").getByRole("link").first().waitFor({ timeout: 20_000 });
    await page.getByRole("main").getByRole("button", { name: "모두 읽음" }).click();
    await page.getByText("모두 읽었어요").waitFor();
    await page.getByRole("button", { name: "새 알림이 없어요" }).first().waitFor();
  });
});

function isTold(page: Page, title: string): Promise<boolean> {
  return page.evaluate(async (wanted) => {
    const input = encodeURIComponent(JSON.stringify({ limit: 100 }));
    const answer = await (await fetch(`/api/trpc/notifications.list?input=${input}`)).json();
    return answer.result.data.items.some(({ subject }: { subject: string }) => subject === wanted);
  }, title);
}
