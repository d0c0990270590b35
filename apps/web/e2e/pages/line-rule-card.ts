import type { Page } from "playwright-core";

/** HR's card of a form's line rule, on /admin/forms/<code>. Tiers count from 1. */
export class LineRuleCard {
  readonly region;
  readonly save;

  constructor(readonly page: Page) {
    this.region = page.getByRole("region", { name: "결재선 규정" });
    this.save = this.region.getByRole("button", { name: "규정 저장" });
  }

  below(tier: number) {
    return this.region.getByLabel(`${tier}구간: 이 금액 미만`);
  }

  managers(tier: number) {
    return this.region.getByRole("combobox", { name: `${tier}구간: 결재할 상사` });
  }

  removeTier(tier: number) {
    return this.region.getByRole("button", { name: `${tier}구간 지우기` });
  }

  enforcementOf(words: string) {
    return this.region.getByText(words, { exact: true });
  }
}
