import { describe, expect } from "vitest";
import { tabTo } from "./keyboard";
import { EditorPage } from "./pages/editor-page";
import { InboxPage } from "./pages/inbox-page";
import { it } from "./portal-test";
import { newTitle, submitExpense } from "./write-documents";

describe("without a mouse", () => {
  it("E60: a document is written, its line reordered, and submitted", async ({ open }) => {
    const title = newTitle("키보드로 쓴 문서");
    const page = await open("/approvals/new", { as: "haneul.kim" });
    const editor = new EditorPage(page);
    const { keyboard } = page;
    await tabTo(page.getByRole("link", { name: /^지출 신청/ }));
    await keyboard.press("Enter");
    await tabTo(editor.title);
    await keyboard.type(title);
    await keyboard.press("Enter");
    expect(page.url()).not.toContain("/mine/");
    await tabTo(editor.amount);
    await keyboard.type("128만");
    await tabTo(editor.spentOn);
    await keyboard.type("11202026");
    await tabTo(editor.content);
    await keyboard.type("서버 두 대가 더 필요해요");
    expect(await editor.amount.inputValue()).toBe("1,280,000");

    const search = editor.line.getByRole("combobox", { name: "결재자 추가" });
    await tabTo(search);
    await keyboard.type("윤영수");
    await page.getByRole("option", { name: /윤영수/ }).waitFor();
    await keyboard.press("Enter");
    const added = editor.steps().filter({ hasText: "윤영수" });
    await added.waitFor();
    await expect.poll(() => search.evaluate((element) => element === document.activeElement)).toBe(true);
    const before = await editor.steps().count();
    await page.keyboard.press("Shift+Tab");
    const handle = added.getByRole("button", { name: /순서 바꾸기/ });
    for (
      let tabs = 0;
      tabs < 5 && !(await handle.evaluate((element) => element === document.activeElement));
      tabs += 1
    ) {
      await keyboard.press("Shift+Tab");
    }
    for (let step = before; step > 1; step -= 1) await keyboard.press("ArrowUp");
    await expect.poll(() => editor.steps().first().innerText()).toContain("윤영수");
    expect(await handle.evaluate((element) => element === document.activeElement)).toBe(true);

    await tabTo(editor.submit);
    expect(await editor.submit.innerText()).toBe("윤영수 부장님께 올리기");
    await keyboard.press("Enter");
    await page.waitForURL(/\/approvals\/mine\/[0-9A-Z]{26}$/);
    await new InboxPage(page).seal("윤영수").getByText("결재 중").waitFor();
  });

  it("E60: j and k walk, c comments, r asks for the reason, a approves; none of them while typing", async ({
    open,
  }) => {
    const [first, second] = [newTitle("가 문서"), newTitle("나 문서")] as const;
    const requester = await open("/", { as: "sungho.park" });
    await submitExpense(requester, first, ["taeyoon.jung"]);
    await submitExpense(requester, second, ["taeyoon.jung"]);
    const inbox = new InboxPage(await open("/approvals", { as: "taeyoon.jung" }));
    const { keyboard } = inbox.page;
    await inbox.row(second).waitFor();
    for (let rows = 0; rows < 40 && !(await inbox.heading(first).isVisible()); rows += 1) {
      await keyboard.press("j");
      await inbox.document.getByRole("heading", { level: 2 }).waitFor();
    }
    await keyboard.press("j");
    await inbox.heading(second).waitFor();
    await keyboard.press("k");
    await inbox.heading(first).waitFor();

    await keyboard.press("c");
    await keyboard.type("jkarx?");
    expect(await inbox.document.getByLabel("의견 쓰기").inputValue()).toBe("jkarx?");
    expect(await inbox.page.getByRole("dialog").count()).toBe(0);
    await keyboard.press("Tab");
    await keyboard.press("Enter");
    await inbox.entry("jkarx?").waitFor();

    await inbox.row(first).getByRole("link").focus();
    await keyboard.press("r");
    await inbox.page.getByRole("dialog", { name: "반려하기" }).waitFor();
    await keyboard.type("예산 초과");
    await tabTo(inbox.page.getByRole("dialog").getByRole("button", { name: "반려하기" }));
    await keyboard.press("Enter");
    await inbox.heading(second).waitFor();
    await keyboard.press("a");
    await inbox.row(second).waitFor({ state: "hidden" });
  });
});
