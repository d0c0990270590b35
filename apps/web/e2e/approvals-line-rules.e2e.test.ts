import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { askApi, callApi } from "./call-api";
import { expectGoodLooks } from "./look";
import { chooseOption } from "./pages/controls";
import { EditorPage } from "./pages/editor-page";
import { InboxPage } from "./pages/inbox-page";
import { LineRuleCard } from "./pages/line-rule-card";
import { it } from "./portal-test";
import { takePicture } from "./screenshots";
import { newTitle } from "./write-documents";

/** Makes a form of an item and a price, as HR's page would; answers its code, which no form has yet. */
async function makeForm(page: Page, name: string): Promise<string> {
  const taken = (await askApi<{ code: string }[]>(page, "forms.list")).map(({ code }) => code);
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const formCode = letters
    .flatMap((one) => letters.map((other) => `Y${one}${other}`))
    .find((code) => !taken.includes(code));
  if (!formCode) throw new Error("every code from YAA to YZZ is taken");
  const field = (ko: string, kind: string) => ({ key: null, label: { ko, en: ko }, kind, required: true, options: [] });
  const description = { ko: "규정을 시험할 때", en: "To try a rule" };
  const fields = [field("품목", "line"), field("가격", "amount-krw")];
  const form = { formCode, name: { ko: name, en: name }, description, fields };
  expect(await callApi(page, "mutation", "forms.create", form)).toMatchObject({ status: 200 });
  return formCode;
}

it("HR makes a rule; who leaves somebody out sees it, is refused, and puts them in with one press", async ({
  open,
}) => {
  const name = newTitle("규정 양식");
  const page = await open("/admin/forms", { as: "jimin.han" });
  const formCode = await makeForm(page, name);
  await page.goto(`/admin/forms/${formCode}`);
  const card = new LineRuleCard(page);
  const other = new LineRuleCard(await open(`/admin/forms/${formCode}`, { as: "jimin.han" }));
  await card.below(1).fill("500000");
  await card.removeTier(2).click();
  await chooseOption(card.managers(2), "위로 2명");
  await card.enforcementOf("꼭 지켜요").click();
  await card.save.click();
  await page.getByText(`${name} 결재선 규정을 저장했어요.`).waitFor();
  await expectAccessible(page);
  await takePicture(page, "line-rule-own-form-1440");
  await other.enforcementOf("꼭 지켜요").click();
  await other.save.click();
  await other.page.getByText("그 사이 다른 사람이 이 결재선 규정을 바꿨어요.").waitFor();
  await other.page.getByRole("button", { name: "최신 내용 불러오기" }).click();
  await expect.poll(() => other.below(1).inputValue()).toBe("500,000");
  await page.goto("/admin/forms");
  const row = page.getByRole("listitem").filter({ hasText: name });
  await row.getByText("결재선 규정 꼭 지킴").waitFor();

  const title = newTitle("규정을 따르는 문서");
  const editor = new EditorPage(await open(`/approvals/new?form=${formCode}`, { as: "haneul.kim" }));
  await editor.title.fill(title);
  await editor.page.getByLabel("품목").fill("모니터");
  await editor.steps().filter({ hasText: "오동현" }).getByText("규정에 따라 꼭 결재하는 사람").waitFor();
  await editor.addApprover("윤영수");
  await editor.page.getByLabel("가격").fill("600000");
  const lacking = editor.line.getByRole("status").filter({ hasText: "결재선 규정에 맞지 않아요." });
  await lacking.getByText("임지혜 차장").waitFor();
  await expectAccessible(editor.page);
  await takePicture(editor.page, "line-lacks-signers-1440");
  await editor.page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(editor.page);
  await lacking.scrollIntoViewIfNeeded();
  await takePicture(editor.page, "line-lacks-signers-360");
  await editor.submit.click();
  await editor.page.getByText("꼭 결재해야 하는 사람이 있어요: 임지혜.").waitFor();
  expect(await editor.title.inputValue()).toBe(title);
  await lacking.getByRole("button", { name: "규정대로 결재선에 넣기" }).click();
  await lacking.waitFor({ state: "hidden" });
  expect(await editor.steps().allInnerTexts()).toEqual([
    expect.stringContaining("오동현"),
    expect.stringContaining("윤영수"),
    expect.stringContaining("임지혜"),
  ]);
  await editor.line.getByRole("button", { name: "규정에 있는 오동현님 빼기" }).click();
  await lacking.getByText("오동현 과장").waitFor();
  await lacking.getByRole("button", { name: "규정대로 결재선에 넣기" }).click();
  await editor.page.setViewportSize({ width: 1440, height: 860 });
  await editor.submitAndWait();
  await new InboxPage(editor.page).seal("임지혜").waitFor();
});

it("E60: the rule of a built-in form looks right in both languages and themes, at 1440, 900 and 360 px", async ({
  open,
}) => {
  const page = await open("/admin/forms", { as: "jimin.han" });
  await page.getByRole("link", { name: "지출 신청" }).click();
  await page.waitForURL(/\/admin\/forms\/EXPENSE$/);
  await new LineRuleCard(page).save.waitFor();
  await expectGoodLooks(page, "line-rule");
});
