import { expect } from "vitest";
import { expectAccessible } from "./accessibility";
import { EditorPage } from "./pages/editor-page";
import { it } from "./portal-test";
import { takePicture } from "./screenshots";
import { newTitle, submitExpense } from "./write-documents";

it("a rejected document is written again: one draft for two tabs, and the approver sees what changed and why", async ({
  open,
}) => {
  const title = newTitle("반려될 지출");
  const writer = await open("/", { as: "haneul.kim" });
  const { id } = await submitExpense(writer, title, ["donghyun.oh"]);
  const address = `/approvals/${id}`;
  const approver = await open(address, { as: "donghyun.oh" });
  await approver.getByRole("button", { name: "반려", exact: true }).click();
  await approver.getByLabel("반려 사유").fill("금액을 줄여 주세요");
  await approver.getByRole("dialog").getByRole("button", { name: "반려하기" }).click();
  await approver.getByText("금액을 줄여 주세요").first().waitFor();

  await writer.goto(address);
  await writer.getByRole("button", { name: "고쳐서 다시 올리기" }).click();
  await writer.waitForURL(/\/approvals\/drafts\/[0-9A-Z]{26}$/);
  const draft = new URL(writer.url()).pathname;
  const otherTab = await open(address, { as: "haneul.kim", width: 360, theme: "dark" });
  await otherTab.getByRole("button", { name: "다시 올릴 초안 이어 쓰기" }).click();
  await otherTab.waitForURL((url) => url.pathname === draft);

  const editor = new EditorPage(writer);
  await writer.getByText("2차 상신을 작성하고 있어요.").waitFor();
  await writer.getByText("금액을 줄여 주세요").waitFor();
  await editor.amount.fill("980000");
  await editor.saving.waitFor();
  await editor.submitAndWait();

  const revised = new URL(writer.url()).pathname.replace("/mine", "");
  await approver.goto(revised);
  const chain = approver.getByRole("region", { name: "상신 이력" });
  await chain.getByText("금액을 줄여 주세요").waitFor();
  expect(await chain.locator("del").allInnerTexts()).toEqual(["1,280,000원"]);
  expect(await chain.locator("ins").allInnerTexts()).toEqual(["980,000원"]);
  await approver.getByText(/-R2$/).first().waitFor();
  await expectAccessible(approver);
  await takePicture(approver, "revision-document-1440");

  await otherTab.goto(address);
  await otherTab.getByRole("link", { name: /^2차 상신/ }).waitFor();
  expect(await otherTab.getByRole("button", { name: /다시 올리/ }).count()).toBe(0);
  await expectAccessible(otherTab);
  await takePicture(otherTab, "revision-first-360-dark");
});
