import type { Page } from "playwright-core";

/** 팀 달력: who of the department is away when. */
export class TeamCalendar {
  constructor(readonly page: Page) {}

  async goOn(months: number): Promise<void> {
    const later = this.page.getByRole("button", { name: "다음 달" });
    for (let month = 0; month < months; month += 1) await later.click();
  }

  /** How many whole days somebody is away in this state. */
  count(name: string, state: "결재 중" | "승인된 휴가"): Promise<number> {
    return this.page
      .getByRole("row")
      .filter({ hasText: name })
      .getByRole("img", { name: `종일, ${state}` })
      .count();
  }
}
