import type { Page } from "playwright-core";
import { chooseOption } from "./controls";

/** /people and /admin/people: a table of people with filters. */
export class PeoplePage {
  readonly search;
  readonly rows;

  constructor(readonly page: Page) {
    this.search = page.getByRole("searchbox");
    this.rows = page.getByRole("table").locator("tbody tr:not([aria-hidden])");
  }

  row(name: string) {
    return this.rows.filter({ hasText: name });
  }

  async filterByDepartment(name: string): Promise<void> {
    await chooseOption(this.page.getByRole("combobox", { name: "부서로 거르기" }), name);
  }

  async filterByPosition(name: string): Promise<void> {
    await chooseOption(this.page.getByRole("combobox", { name: "직급으로 거르기" }), name);
  }

  async openPerson(name: string): Promise<void> {
    await this.search.fill(name);
    await this.rows.filter({ hasNotText: name }).first().waitFor({ state: "hidden" });
    await this.row(name).getByRole("link", { name }).first().click();
    await this.page.waitForURL(/\/people\/[0-9A-Z]{26}$/);
  }
}
