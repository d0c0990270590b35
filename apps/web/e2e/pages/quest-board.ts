import type { Page } from "playwright-core";
import { chooseOption } from "./controls";

export type ColumnName = "모집 중" | "진행 중" | "확인 대기" | "완료";
export type Offer = { title: string; description: string; reward: string };

export type Report = { button?: string; file?: { name: string; mimeType: string; buffer: Buffer } };

/** /quests: the board of quests. */
export class QuestBoard {
  readonly dialog;

  constructor(readonly page: Page) {
    // Toasts are dialogs too, without a title.
    this.dialog = page.getByRole("dialog").filter({ has: page.getByRole("heading") });
  }

  /** The quest's card, wherever it stands, or only in this column. */
  card(title: string, column?: ColumnName) {
    const place = column ? this.page.getByRole("region", { name: column, exact: true }) : this.page.getByRole("main");
    return place.locator("li").filter({ has: this.page.getByRole("link", { name: title, exact: true }) });
  }

  async create({ title, description, reward }: Offer): Promise<void> {
    await this.page.getByRole("button", { name: "퀘스트 만들기" }).first().click();
    await this.dialog.getByLabel("제목").fill(title);
    await this.dialog.getByLabel("설명").fill(description);
    await chooseOption(this.dialog.getByLabel("보상"), reward);
    await this.dialog.getByRole("button", { name: "만들기", exact: true }).click();
    await this.dialog.waitFor({ state: "hidden" });
  }

  async report(title: string, note: string, { button = "완료 보고", file }: Report = {}): Promise<void> {
    await this.card(title).getByRole("button", { name: button }).click();
    await this.dialog.getByLabel("무엇을 했나요?").fill(note);
    if (file) await this.dialog.locator("input[type=file]").setInputFiles(file);
    await this.dialog.getByRole("button", { name: "보고하기", exact: true }).click();
    await this.dialog.waitFor({ state: "hidden" });
  }

  async rejectWork(title: string, reason: string): Promise<void> {
    await this.card(title).getByRole("button", { name: /반려:/ }).click();
    await this.dialog.getByLabel("반려 사유").fill(reason);
    await this.dialog.getByRole("button", { name: "반려하기" }).click();
    await this.dialog.waitFor({ state: "hidden" });
  }
}
