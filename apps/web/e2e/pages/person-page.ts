import type { Page } from "playwright-core";

export type Act = "정보 수정" | "부서 이동" | "직급 · 역할 변경" | "퇴사 처리" | "재직으로 되돌리기";

/** /people/<id>, with HR's acts. */
export class PersonPage {
  readonly heading;
  readonly dialog;
  readonly manage;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    // Toasts are dialogs too, without a title.
    this.dialog = page.getByRole("dialog").filter({ has: page.getByRole("heading") });
    this.manage = page.getByRole("button", { name: "직원 관리" });
  }

  async begin(act: Act): Promise<void> {
    await this.manage.click();
    await this.page.getByRole("menuitem", { name: act }).click();
    await this.dialog.waitFor();
  }

  async confirm(label: string): Promise<void> {
    await this.dialog.getByRole("button", { name: label, exact: true }).click();
    await this.dialog.waitFor({ state: "hidden" });
  }
}
