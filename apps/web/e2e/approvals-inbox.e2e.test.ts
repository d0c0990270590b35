import { describe, expect } from "vitest";
import { expectNoSidewaysScroll } from "./accessibility";
import { callApi } from "./call-api";
import { InboxPage } from "./pages/inbox-page";
import { it } from "./portal-test";
import { takePicture } from "./screenshots";
import { newTitle, submitExpense } from "./write-documents";

/** Of the text, in CSS pixels: 210 mm without the margins. */
const A4_WIDTH = 673;
const APPROVAL = /\/api\/trpc\/.*approvals\.approve(?!Many)/;

describe("the inbox", () => {
  it("E45: two tabs at once give one decision; the other says so and shows the document as it is", async ({ open }) => {
    const title = newTitle("서버 증설 비용");
    const requester = await open("/", { as: "haneul.kim" });
    const { id, version } = await submitExpense(requester, title, ["donghyun.oh", "sungho.park"]);
    const tab = new InboxPage(await open(`/approvals/waiting/${id}`, { as: "donghyun.oh" }));
    const other = await open("/people", { as: "donghyun.oh" });
    await tab.page.route(APPROVAL, async (route) => {
      // While this tab's approval is on its way, the other one is faster.
      const rejection = { documentId: id, version, reason: "다시 올려 주세요" };
      expect(await callApi(other, "mutation", "approvals.reject", rejection)).toEqual({ status: 200, code: null });
      await route.continue();
    });
    await tab.approve.click();
    await tab.document.getByRole("alert").filter({ hasText: "지금 상태로 새로 고쳤어요." }).waitFor();
    await tab.document.getByText("반려된 문서예요").waitFor();
    expect(await tab.approve.count()).toBe(0);
  });

  it("E60: a decision is sent once, however often the button is pressed, and the next document is already there", async ({
    open,
  }) => {
    const [title, next] = [newTitle("첫 문서"), newTitle("다음 문서")];
    const requester = await open("/", { as: "haneul.kim" });
    const { id } = await submitExpense(requester, title, ["donghyun.oh"]);
    await submitExpense(requester, next, ["donghyun.oh"]);
    const inbox = new InboxPage(await open(`/approvals/waiting/${id}`, { as: "donghyun.oh" }));
    let calls = 0;
    let letGo = () => {};
    const pressed = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await inbox.page.route(APPROVAL, async (route) => {
      calls += 1;
      await pressed;
      await route.continue();
    });
    await inbox.row(next).waitFor();
    await inbox.approve.click();
    await inbox.approve.click({ force: true });
    await inbox.page.keyboard.press("a");
    letGo();
    await inbox.heading(next).waitFor();
    await inbox.row(title).waitFor({ state: "hidden" });
    expect(calls).toBe(1);
    expect(new URL(inbox.page.url()).pathname).toMatch(/^\/approvals\/waiting\/[0-9A-Z]{26}$/);
  });

  it("E59: box, search and document are in the address: reload and back lead where one was", async ({ open }) => {
    const title = newTitle("주소로 찾는 문서");
    const page = await open("/", { as: "haneul.kim" });
    const { id } = await submitExpense(page, title, ["donghyun.oh"]);
    await page.goto("/approvals");
    const inbox = new InboxPage(page);
    await inbox.box("기안").click();
    await inbox.search.fill(title);
    await expect.poll(() => inbox.list.getByRole("listitem").count(), { timeout: 10_000 }).toBe(1);
    await inbox.open(title);
    expect(new URL(page.url()).pathname).toBe(`/approvals/mine/${id}`);
    await page.reload();
    await inbox.heading(title).waitFor();
    expect(await inbox.search.inputValue()).toBe(title);
    await page.goBack();
    await inbox.heading(title).waitFor({ state: "hidden" });
    expect(await inbox.row(title).count()).toBe(1);
    await page.goto(`/approvals/${id}`);
    await inbox.heading(title).waitFor();
    await page.waitForURL(`**/approvals/mine/${id}`);
  });

  it("bulk: what is selected is approved one by one, with a result for each", async ({ open }) => {
    const titles = [newTitle("묶음 하나"), newTitle("묶음 둘")] as const;
    const requester = await open("/", { as: "haneul.kim" });
    const documents = [
      await submitExpense(requester, titles[0], ["donghyun.oh"]),
      await submitExpense(requester, titles[1], ["donghyun.oh"]),
    ] as const;
    const inbox = new InboxPage(await open("/approvals/waiting", { as: "donghyun.oh" }));
    for (const title of titles) await inbox.row(title).getByRole("checkbox").check({ force: true });
    await inbox.page.keyboard.press("Shift+A");
    const dialog = inbox.page.getByRole("dialog", { name: "선택한 문서 2건을 승인할까요?" });
    await dialog.waitFor();
    // One of them is withdrawn in the moment before the approval.
    await callApi(requester, "mutation", "approvals.withdraw", {
      documentId: documents[1].id,
      version: documents[1].version,
    });
    await dialog.getByRole("button", { name: "2건 승인" }).click();
    const result = inbox.page.getByRole("dialog", { name: /1건을 승인했어요/ });
    await result.getByRole("listitem").filter({ hasText: titles[0] }).getByText("승인했어요").waitFor();
    await result
      .getByRole("listitem")
      .filter({ hasText: titles[1] })
      .getByText(/이미 끝난 문서예요|그 사이/)
      .waitFor();
  });

  it("E60: a phone shows the list, then the document with a way back, and decides", async ({ open }) => {
    const title = newTitle("휴대폰에서");
    const requester = await open("/", { as: "haneul.kim" });
    await submitExpense(requester, title, ["donghyun.oh"]);
    const inbox = new InboxPage(await open("/approvals", { as: "donghyun.oh", width: 360 }));
    await expectNoSidewaysScroll(inbox.page);
    await inbox.open(title);
    expect(await inbox.list.isVisible()).toBe(false);
    await expectNoSidewaysScroll(inbox.page);
    await inbox.document.getByRole("button", { name: "목록으로" }).click();
    await inbox.row(title).waitFor();
    await inbox.open(title);
    await inbox.rejectWith("영수증이 없어요");
    await inbox.heading(title).waitFor({ state: "hidden" });
  });

  it("a document is printed as it would lie on the desk: black on white, without the portal around it", async ({
    open,
  }) => {
    const title = newTitle("종이로 남길 문서");
    const inbox = new InboxPage(await open("/", { as: "haneul.kim", theme: "dark" }));
    const { page, document } = inbox;
    const { id } = await submitExpense(page, title, ["donghyun.oh", "sungho.park"]);
    await page.goto(`/approvals/${id}`);
    await inbox.heading(title).waitFor();
    const onPaper = [
      inbox.heading(title),
      document.getByRole("list", { name: "결재란" }),
      document.getByText("서버 두 대"),
    ];
    const onScreen = [
      page.getByRole("navigation", { name: "주 메뉴" }),
      inbox.boxes,
      inbox.list,
      document.getByRole("button", { name: "인쇄" }),
      document.getByRole("textbox"),
    ];
    for (const part of [...onPaper, ...onScreen]) await part.waitFor();

    await page.emulateMedia({ media: "print" });
    for (const part of onPaper) expect(await part.isVisible()).toBe(true);
    for (const part of onScreen) expect(await part.isVisible()).toBe(false);
    const ground = () => getComputedStyle(window.document.documentElement).backgroundColor;
    expect(await page.evaluate(ground)).toBe("rgb(255, 255, 255)");
    await page.setViewportSize({ width: A4_WIDTH, height: 950 });
    await expectNoSidewaysScroll(page);
    await takePicture(page, "print-light-ko");
  });

  it("E47: a document of others is not found, in words", async ({ open }) => {
    const requester = await open("/", { as: "haneul.kim" });
    const { id } = await submitExpense(requester, newTitle("남의 문서"), ["donghyun.oh"]);
    const stranger = new InboxPage(await open(`/approvals/${id}`, { as: "youngsoo.yoon" }));
    await stranger.document.getByText("문서를 찾을 수 없어요").waitFor();
  });
});
