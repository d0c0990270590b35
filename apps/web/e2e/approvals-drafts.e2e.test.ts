import { MAX_TEXT_LENGTH } from "@erp/contracts/approval-forms";
import { describe, expect } from "vitest";
import { EditorPage } from "./pages/editor-page";
import { InboxPage } from "./pages/inbox-page";
import { Shell } from "./pages/shell";
import { it } from "./portal-test";
import { newTitle, submitExpense } from "./write-documents";

describe("a draft", () => {
  it("keeps itself, is there after a reload and on the way back, and can be thrown away", async ({ open }) => {
    const title = newTitle("쓰다 만 문서");
    const page = await open("/approvals/new?form=EXPENSE", { as: "haneul.kim" });
    const editor = new EditorPage(page);
    await editor.title.fill(title);
    await editor.amount.fill("88000");
    // Set from outside, a field takes more than can be typed into it.
    await editor.content.fill("가".repeat(MAX_TEXT_LENGTH + 1));
    await editor.saving.waitFor();
    await page.waitForURL(/\/approvals\/drafts\/[0-9A-Z]{26}$/);
    const address = page.url();
    await new Shell(page).item("연차").click();
    await page.waitForURL(/\/leave$/);
    await page.goBack();
    await expect.poll(() => editor.title.inputValue(), { timeout: 10_000 }).toBe(title);
    expect(page.url()).toBe(address);
    await page.reload();
    await expect.poll(() => editor.title.inputValue(), { timeout: 10_000 }).toBe(title);
    expect(await editor.amount.inputValue()).toBe("88,000");
    expect(await editor.content.inputValue()).toBe("가".repeat(MAX_TEXT_LENGTH));
    await page.goto("/approvals/drafts");
    const inbox = new InboxPage(page);
    await inbox.row(title).getByRole("link").click();
    await page.getByRole("button", { name: "삭제" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "지우기" }).click();
    await page.waitForURL(/\/approvals\/drafts$/);
    await inbox.row(title).waitFor({ state: "hidden" });
  });

  it("E60: says at each field what is missing, and sends nothing", async ({ open }) => {
    const page = await open("/approvals/new?form=PROJECT", { as: "haneul.kim" });
    const editor = new EditorPage(page);
    await editor.setLine([]);
    await editor.submit.click();
    await page.getByText("개 항목을 확인해 주세요.").waitFor();
    await editor.line.getByText("결재자를 한 명 이상 지정해 주세요.").waitFor();
    expect(await page.getByText("필수입니다.").count()).toBe(5);
    await page.getByLabel("기간 · 시작일").fill("2026-12-19");
    await page.getByLabel("기간 · 종료일").fill("2026-12-01");
    await page.getByText("끝나는 날이 시작하는 날보다 빨라요.").waitFor();
    expect(new URL(page.url()).pathname).toBe("/approvals/new");
  });

  it("is never written over by another window", async ({ open }) => {
    const title = newTitle("두 창의 문서");
    const page = await open("/approvals/new?form=EXPENSE", { as: "haneul.kim" });
    const editor = new EditorPage(page);
    await editor.title.fill(title);
    await page.waitForURL(/\/approvals\/drafts\/[0-9A-Z]{26}$/);
    const other = new EditorPage(await open(new URL(page.url()).pathname, { as: "haneul.kim" }));
    await other.title.fill(`${title} 다른 창`);
    await other.saving.waitFor();
    await editor.title.fill(`${title} 이 창`);
    await page.getByText("다른 창에서 이 문서를 고쳤어요.").waitFor();
    await page.getByRole("button", { name: "새로 불러오기" }).click();
    await expect.poll(() => editor.title.inputValue(), { timeout: 10_000 }).toBe(`${title} 다른 창`);
  });

  it("takes the line that was kept under a name, until it is renamed and thrown away", async ({ open }) => {
    const name = newTitle("출장");
    const page = await open("/approvals/new?form=EXPENSE", { as: "haneul.kim" });
    const editor = new EditorPage(page);
    await editor.setLine(["오동현", "윤영수"]);
    await editor.chooseSavedLine("지금 결재선 저장");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("이름").fill(name);
    await dialog.getByRole("button", { name: "저장" }).click();
    await page.getByText(`‘${name}’ 결재선을 저장했어요`).waitFor();

    await page.goto("/approvals/new?form=PROJECT");
    await editor.setLine([]);
    await editor.chooseSavedLine(name);
    await expect.poll(() => editor.steps().count()).toBe(2);
    expect(await editor.steps().first().innerText()).toContain("오동현");

    await editor.chooseSavedLine("저장된 결재선 관리");
    await dialog.getByRole("button", { name: `‘${name}’ 이름 바꾸기` }).click();
    await dialog.getByLabel("이름").fill(`${name} 국내`);
    await dialog.getByRole("button", { name: "저장" }).click();
    await dialog.getByRole("button", { name: `‘${name} 국내’ 지우기` }).click();
    await dialog.getByText(`${name} 국내`).waitFor({ state: "hidden" });
  });

  it("can begin as a copy of an old document", async ({ open }) => {
    const title = newTitle("작년 문서");
    const page = await open("/", { as: "haneul.kim" });
    const { id } = await submitExpense(page, title, ["donghyun.oh", "sungho.park"]);
    await page.goto(`/approvals/${id}`);
    await page.getByRole("link", { name: "복사해서 새로 작성" }).click();
    const editor = new EditorPage(page);
    await expect.poll(() => editor.title.inputValue(), { timeout: 10_000 }).toBe(title);
    expect(await editor.amount.inputValue()).toBe("1,280,000");
    expect(await editor.steps().allInnerTexts()).toEqual([
      expect.stringContaining("오동현"),
      expect.stringContaining("박성호"),
    ]);
  });
});
