import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible } from "./accessibility";
import { askApi } from "./call-api";
import { chooseOption } from "./pages/controls";
import { EditorPage } from "./pages/editor-page";
import { FormPage } from "./pages/form-page";
import { InboxPage } from "./pages/inbox-page";
import { it } from "./portal-test";
import { takePicture } from "./screenshots";
import { newTitle } from "./write-documents";

/** Three letters that no form has yet, whatever other runs have left behind. */
async function freeCode(page: Page): Promise<string> {
  const taken = (await askApi<{ code: string }[]>(page, "forms.list")).map(({ code }) => code);
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const free = letters
    .flatMap((one) => letters.map((other) => `X${one}${other}`))
    .find((code) => !taken.includes(code));
  if (!free) throw new Error("every code from XAA to XZZ is taken");
  return free;
}

it("a form of HR's own: made, written, approved; changed under a running document, and taken out of use", async ({
  open,
}) => {
  const name = newTitle("비품 요청");
  const hr = new FormPage(await open("/admin/forms", { as: "jimin.han" }));
  const code = await freeCode(hr.page);
  await hr.page.getByRole("link", { name: "양식 만들기" }).click();
  await hr.page.waitForURL(/\/admin\/forms\/new$/);
  await hr.save.click();
  await hr.fields.first().getByText("필수입니다.").first().waitFor();

  await hr.fillAbout("EXP", name);
  await hr.fillField({ ko: "품목", en: "Item" });
  await hr.addField.click();
  await hr.fillField({ ko: "예상 금액", en: "Price", kind: "금액 (원)" });
  await hr.addField.click();
  const options: [string, string][] = [
    ["장비", "Equipment"],
    ["사무용품", "Supplies"],
  ];
  await hr.fillField({ ko: "구분", en: "Category", kind: "선택", options });
  await hr.page.getByRole("button", { name: "항목 3 위로" }).click();
  await expect.poll(() => hr.preview.innerText()).toMatch(/품목[\s\S]*구분[\s\S]*예상 금액/);
  await hr.save.click();
  await hr.page.getByText("기본 양식의 문서 번호가 쓰는 글자예요.").waitFor();
  await expectAccessible(hr.page);
  await takePicture(hr.page, "form-editor-1440");
  await hr.page.getByLabel("코드").fill(code);
  await hr.save.click();
  await hr.page.waitForURL(/\/admin\/forms$/);
  const row = hr.page.getByRole("listitem").filter({ hasText: name });
  await row.getByText(`${code} · 항목 3개 · 1판`).waitFor();

  const title = newTitle("모니터 팔 두 개");
  const editor = new EditorPage(await open("/approvals/new", { as: "haneul.kim" }));
  await editor.page.getByRole("link").filter({ hasText: name }).click();
  await editor.title.fill(title);
  await editor.page.getByLabel("품목").fill("모니터 팔");
  await editor.page.getByLabel("예상 금액").fill("178000");
  await editor.setLine(["오동현"]);
  await editor.submit.click();
  await editor.page.getByText("1개 항목을 확인해 주세요.").waitFor();
  await chooseOption(editor.page.getByRole("combobox", { name: "구분" }), "장비");
  await expectAccessible(editor.page);
  await takePicture(editor.page, "write-own-form-1440");
  await editor.submitAndWait();
  await editor.page.getByText(`${code}-`).first().waitFor();
  const address = `/approvals/${new URL(editor.page.url()).pathname.split("/").at(-1)}`;

  const earlier = new FormPage(await open(`/admin/forms/${code}`, { as: "jimin.han" }));
  const tab = earlier.page.getByRole("link", { name: "양식", exact: true });
  expect(await tab.getAttribute("aria-current")).toBe("true");
  await row.getByRole("link", { name }).click();
  await hr.page.waitForURL(new RegExp(`/admin/forms/${code}$`));
  await hr.fields.first().getByLabel("항목 이름 (한국어)").fill("물건 이름");
  await hr.save.click();
  await row.getByText("2판").waitFor();
  await earlier.page.getByLabel("언제 쓰나요? (영어)").fill("Anything to buy");
  await earlier.save.click();
  await earlier.page.getByText("그 사이 다른 사람이 이 양식을 바꿨어요.").waitFor();
  await earlier.page.getByRole("button", { name: "최신 내용 불러오기" }).click();
  await expect.poll(() => earlier.fields.first().getByLabel("항목 이름 (한국어)").inputValue()).toBe("물건 이름");

  const approver = new InboxPage(await open(address, { as: "donghyun.oh" }));
  await approver.heading(title).waitFor();
  const values = approver.document.locator("dl").first();
  await expect.poll(() => values.innerText()).toMatch(/품목\s+모니터 팔\s+구분\s+장비\s+예상 금액\s+178,000원/);
  await approver.row(title).getByText(name).waitFor();
  await approver.approve.click();
  await editor.page.getByText("결재가 모두 끝났어요").waitFor({ timeout: 10_000 });
  await editor.page.getByText("위·변조 없음").waitFor();

  await row.getByRole("switch", { name: `${name} 사용` }).click();
  await row.getByText("사용 안 함").waitFor();
  await editor.page.goto(`/approvals/new?form=${code}`);
  await editor.page.getByText("이제 쓰지 않는 양식이에요.").waitFor();
  await editor.page.getByRole("link", { name: "양식 다시 고르기" }).click();
  await editor.page.getByRole("link").filter({ hasText: "구매 요청" }).waitFor();
  expect(await editor.page.getByRole("link").filter({ hasText: name }).count()).toBe(0);
});

it("the forms of the company are HR's alone to make: to others the page does not exist", async ({ open }) => {
  for (const as of ["haneul.kim", "sungho.park"] as const) {
    const page = await open("/admin/forms", { as });
    await page.getByRole("heading", { name: "페이지를 찾을 수 없어요" }).waitFor();
  }
});
