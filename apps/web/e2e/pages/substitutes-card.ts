import type { Page } from "playwright-core";

/** 대결: the card of the settings page. */
export class SubstitutesCard {
  readonly card;

  constructor(readonly page: Page) {
    this.card = page.getByRole("region", { name: "대결" });
  }

  row(name: string) {
    return this.card.getByRole("listitem").filter({ hasText: name });
  }

  /** For today, which the form offers by itself. */
  async name(person: string, reason: string): Promise<void> {
    await this.card.getByRole("button", { name: "대결자 지정" }).click();
    const dialog = this.page.getByRole("dialog", { name: "대결자 지정" });
    await dialog.getByLabel("대결자", { exact: true }).fill(person);
    await this.page.getByRole("option", { name: new RegExp(person) }).click();
    await dialog.getByLabel(/^사유/).fill(reason);
    await dialog.getByRole("button", { name: "지정", exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  async end(name: string): Promise<void> {
    await this.row(name)
      .getByRole("button", { name: /대결 종료$/ })
      .first()
      .click();
    const dialog = this.page.getByRole("dialog", { name: /종료할까요/ });
    await dialog.getByRole("button", { name: "종료", exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
  }
}
