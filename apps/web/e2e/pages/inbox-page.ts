import type { Page } from "playwright-core";

export type BoxName = "결재할 문서" | "예정" | "기안" | "참조 · 열람" | "완료" | "임시저장" | "전체 문서";

/** 결재함: boxes, list and document. */
export class InboxPage {
  readonly boxes;
  readonly list;
  readonly search;
  readonly document;
  readonly approve;
  readonly reject;
  readonly rejectSheet;

  constructor(readonly page: Page) {
    this.boxes = page.getByRole("navigation", { name: "결재함" });
    this.list = page.getByRole("region", { name: "문서 목록" });
    this.search = this.list.getByRole("searchbox");
    this.document = page.getByRole("region", { name: "문서", exact: true });
    this.approve = this.document.getByRole("button", { name: /^승인/ });
    this.rejectSheet = page.getByRole("dialog", { name: "반려하기" });
    this.reject = this.document.getByRole("button", { name: /^반려/ });
  }

  box(name: BoxName) {
    return this.boxes.getByRole("link", { name });
  }

  row(title: string) {
    return this.list.getByRole("listitem").filter({ hasText: title });
  }

  async open(title: string): Promise<void> {
    await this.row(title).getByRole("link").click();
    await this.heading(title).waitFor();
  }

  heading(title: string) {
    return this.document.getByRole("heading", { name: title, exact: true });
  }

  /** What stands in somebody's place of the 결재란. */
  seal(name: string) {
    return this.document.getByRole("list", { name: "결재란" }).getByTitle(new RegExp(`^${name} `));
  }

  /** One entry of 진행 that says this. */
  entry(words: string | RegExp) {
    return this.document.locator("section", { hasText: "진행" }).getByRole("listitem").filter({ hasText: words });
  }

  async rejectWith(reason: string): Promise<void> {
    await this.reject.click();
    await this.confirmRejection(reason);
  }

  async confirmRejection(reason: string): Promise<void> {
    await this.fillRejection(reason);
    await this.rejectSheet.waitFor({ state: "hidden" });
  }

  /** Sends the reason, whatever becomes of it. */
  async fillRejection(reason: string): Promise<void> {
    await this.rejectSheet.getByLabel("반려 사유").fill(reason);
    await this.rejectSheet.getByRole("button", { name: "반려하기" }).click();
  }

  async withdraw(): Promise<void> {
    await this.document.getByRole("button", { name: "회수" }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "회수하기" }).click();
  }
}
