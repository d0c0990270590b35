import type { Page } from "playwright-core";

/** The frame around every page behind the sign-in. */
export class Shell {
  readonly navigation;
  readonly me;

  constructor(readonly page: Page) {
    this.navigation = page.getByRole("navigation", { name: "주 메뉴" }).filter({ visible: true });
    this.me = page.getByRole("button", { name: /^내 메뉴/ });
  }

  item(name: string) {
    return this.navigation.getByRole("link", { name });
  }

  async signOut(): Promise<void> {
    await this.me.click();
    await this.page.getByRole("menuitem", { name: "로그아웃" }).click();
    await this.page.waitForURL(/\/sign-in/);
  }
}
