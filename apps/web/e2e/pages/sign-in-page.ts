import type { Page } from "playwright-core";

export class SignInPage {
  readonly email;
  readonly password;
  readonly submit;
  /** The refusal above the button. */
  readonly refusal;
  readonly demoTiles;

  constructor(readonly page: Page) {
    this.email = page.getByLabel("이메일");
    this.password = page.getByLabel("비밀번호", { exact: true });
    this.submit = page.getByRole("button", { name: "로그인", exact: true });
    this.refusal = page.locator("form [role=alert]");
    this.demoTiles = page.getByRole("region", { name: "체험 회사로 둘러보기" }).getByRole("button");
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.submit.click();
  }
}
