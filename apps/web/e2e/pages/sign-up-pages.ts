import type { Page } from "playwright-core";
import { codeMailedTo } from "../mails";
import { chooseOption } from "./controls";

export type Newcomer = { email: string; name: string; department: string; password: string };

/** /sign-up and /confirm, which follows it. */
export class SignUpPages {
  readonly submit;
  readonly password;

  constructor(readonly page: Page) {
    this.submit = page.getByRole("button", { name: "인증 코드 받기" });
    this.password = page.getByLabel("비밀번호", { exact: true });
  }

  async fill({ email, name, department, password }: Newcomer): Promise<void> {
    await this.page.getByLabel("이메일").fill(email);
    await this.page.getByLabel("이름").fill(name);
    await chooseOption(this.page.getByLabel("부서"), department);
    await this.password.fill(password);
  }

  /** From the empty form to the sign-in page, with the code of the mail. */
  async signUp(newcomer: Newcomer): Promise<void> {
    await this.fill(newcomer);
    await this.submit.click();
    await this.page.waitForURL(/\/confirm/);
    await this.page.getByLabel("인증 코드").fill(await codeMailedTo(newcomer.email, "sign-up"));
    await this.page.getByRole("button", { name: "확인하고 로그인하기" }).click();
    await this.page.waitForURL(/\/sign-in\?done=confirm/);
  }
}
