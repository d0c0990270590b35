import type { Page } from "playwright-core";
import { choosePerson } from "./controls";

export type Expense = { title: string; amount: string; spentOn: string; content: string };

/** Writing a document: /approvals/new and /approvals/drafts/<id>. */
export class EditorPage {
  readonly title;
  readonly amount;
  readonly spentOn;
  readonly content;
  readonly line;
  readonly submit;
  readonly saving;

  constructor(readonly page: Page) {
    this.title = page.getByLabel("제목");
    this.amount = page.getByLabel("금액");
    this.spentOn = page.getByLabel("지출일");
    this.content = page.getByLabel("내용", { exact: true });
    this.line = page.getByRole("region", { name: "결재선" });
    this.submit = page.getByRole("button", { name: /올리기$/ });
    this.saving = page.getByText(/에 저장됨$/);
  }

  async fill({ title, amount, spentOn, content }: Expense): Promise<void> {
    await this.title.fill(title);
    await this.amount.fill(amount);
    await this.spentOn.fill(spentOn);
    await this.content.fill(content);
  }

  steps() {
    return this.line.locator("ol > li");
  }

  /** The choice of days that a step of the line may take; steps count from 1. */
  deadline(step: number) {
    return this.line.getByRole("combobox", { name: `${step}단계 기한` });
  }

  /** Takes everybody out of the line and names these instead, a step each. */
  async setLine(names: readonly string[]): Promise<void> {
    await this.steps().first().waitFor();
    // Counted each time: until somebody is taken out, the line still follows the suggestion for the amount just typed.
    while ((await this.steps().count()) > 0) {
      const first = this.steps().first();
      await first.getByRole("button", { name: /빼기$/ }).first().click();
    }
    for (const name of names) await this.addApprover(name);
  }

  async addApprover(name: string): Promise<void> {
    await choosePerson(this.line.getByRole("combobox", { name: "결재자 추가" }), name);
    await this.steps().filter({ hasText: name }).waitFor();
  }

  /** Takes a line by its name, or another item of the menu of saved lines. */
  async chooseSavedLine(item: string): Promise<void> {
    await this.line.getByRole("button", { name: "저장된 결재선" }).click();
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  /** Submits and waits for the document's own page. */
  async submitAndWait(): Promise<void> {
    await this.submit.click();
    await this.page.waitForURL(/\/approvals\/mine\/[0-9A-Z]{26}$/);
  }
}
