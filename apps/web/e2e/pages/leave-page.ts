import type { Page } from "playwright-core";
import { chooseOption } from "./controls";

/** 연차: the balance, the requests, and asking for leave. */
export class LeavePage {
  readonly balance;
  readonly requests;
  readonly calendar;
  readonly charge;
  readonly form;

  constructor(readonly page: Page) {
    this.balance = page.getByRole("region", { name: "남은 연차" });
    this.requests = page.getByRole("region", { name: "신청한 휴가" });
    this.calendar = page.getByRole("region", { name: "달력" });
    this.charge = page.getByRole("region", { name: "차감될 연차" });
    this.form = page.getByRole("region", { name: "고른 날" });
  }

  /** What can be taken now, in days. */
  async available(): Promise<number> {
    const words = await this.balance
      .getByText(/^[\d.]+일$/)
      .first()
      .textContent();
    return Number.parseFloat(words ?? "");
  }

  /** Picks the first Monday of a later month that is a workday and has nothing on it; answers its name. */
  async pickFreeMonday(monthsLater: number): Promise<string> {
    const later = this.calendar.getByRole("button", { name: "다음 달" });
    for (let month = 0; month < monthsLater; month += 1) await later.click();
    // What stands on the days comes a moment after the month.
    await this.calendar.locator("[aria-busy=true]").waitFor({ state: "detached" });
    const monday = this.calendar.getByRole("button", { name: /^\d+월 \d+일 \(월\)$/ }).first();
    const name = (await monday.getAttribute("aria-label")) ?? "";
    await monday.click();
    return name;
  }

  async chooseLength(days: string): Promise<void> {
    await chooseOption(this.form.getByRole("combobox", { name: "이 날부터 며칠" }), days);
  }

  /** The newest request from this day on; cancelled ones of earlier runs stand below. */
  request(from: string) {
    return this.requests.getByRole("listitem").filter({ hasText: from }).first();
  }
}
