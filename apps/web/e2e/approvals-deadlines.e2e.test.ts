import { expect } from "vitest";
import { expectAccessible } from "./accessibility";
import { chooseOption } from "./pages/controls";
import { EditorPage } from "./pages/editor-page";
import { InboxPage } from "./pages/inbox-page";
import { it } from "./portal-test";
import { newTitle } from "./write-documents";

it("기한: a step gets its days in the editor, keeps them in the draft, and shows by when it is due", async ({
  open,
}) => {
  const title = newTitle("급한 노트북 수리");
  const editor = new EditorPage(await open("/approvals/new?form=EXPENSE", { as: "haneul.kim" }));
  await editor.setLine(["오동현", "박성호"]);
  await chooseOption(editor.deadline(1), "3일 안에");
  await editor.title.fill(title);
  await editor.page.waitForURL(/\/approvals\/drafts\/[0-9A-Z]{26}$/);
  await editor.page.reload();
  await expect.poll(() => editor.title.inputValue(), { timeout: 10_000 }).toBe(title);
  expect(await editor.deadline(1).innerText()).toContain("3일 안에");
  expect(await editor.deadline(2).innerText()).toContain("기한 없음");
  await expectAccessible(editor.page);
  await editor.fill({ title, amount: "180000", spentOn: "2026-11-20", content: "화면이 켜지지 않아요" });
  await editor.submitAndWait();

  const inbox = new InboxPage(await open("/approvals/waiting", { as: "donghyun.oh" }));
  await inbox.open(title);
  await inbox.document.getByText(/^기한 \d+월 \d+일 18:00$/).waitFor();
  await inbox.document.getByRole("list", { name: "결재란" }).getByText("3일 안에").waitFor();
  await expectAccessible(inbox.page);
});
