import type { Page } from "playwright-core";
import { chooseOption, choosePerson } from "./controls";

export type Invitee = { name: string; email: string; department: string; rank: string; manager?: string };

export class InviteDialog {
  readonly dialog;
  readonly submit;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole("dialog", { name: "직원 초대" });
    this.submit = this.dialog.getByRole("button", { name: "초대 메일 보내기" });
  }

  async open(): Promise<void> {
    await this.page.getByRole("button", { name: "직원 초대" }).click();
    await this.dialog.waitFor();
  }

  async fill({ name, email, department, rank, manager }: Invitee): Promise<void> {
    await this.dialog.getByLabel("이름").fill(name);
    await this.dialog.getByLabel("이메일").fill(email);
    await chooseOption(this.dialog.getByLabel("부서"), department);
    await chooseOption(this.dialog.getByLabel("직급"), rank);
    if (manager) await choosePerson(this.dialog.getByLabel("상사"), manager);
  }
}
