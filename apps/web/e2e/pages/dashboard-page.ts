import type { Page } from "playwright-core";

/** The start page. */
export class DashboardPage {
  readonly leave;
  readonly attendance;
  readonly quests;
  readonly checkIn;
  readonly checkOut;

  constructor(readonly page: Page) {
    this.leave = page.getByRole("region", { name: "연차", exact: true });
    this.attendance = page.getByRole("region", { name: "출석", exact: true });
    this.quests = page.getByRole("region", { name: "퀘스트", exact: true });
    this.checkIn = this.attendance.getByRole("button", { name: "출근하기" });
    this.checkOut = this.attendance.getByRole("button", { name: "퇴근하기" });
  }

  /** The big number of days. */
  async leaveDays(): Promise<number> {
    return Number(await this.leave.locator("b").first().innerText());
  }

  ring(progress: number) {
    return this.attendance.getByRole("img", { name: `30일 중 ${progress}일 출석` });
  }
}
