import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const everything: axe.RunOptions = {
  resultTypes: ["violations"],
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
};

/** What axe measures on the page as it is painted, where all else it reads: other colours or another width can break it. */
const painted: axe.RunOptions = {
  resultTypes: ["violations"],
  runOnly: {
    type: "rule",
    values: ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"],
  },
};

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** WCAG 2.2 AA as far as a machine can tell: nothing axe finds is acceptable. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolations(page, everything);
}

/** For a page that is read in full in its other language and at its other width. */
export async function expectPaintedAccessibly(page: Page): Promise<void> {
  await expectNoViolations(page, painted);
}

async function expectNoViolations(page: Page, options: axe.RunOptions): Promise<void> {
  // axe does not see into frames that it was not brought into; no page has one.
  expect(page.frames(), page.url()).toHaveLength(1);
  // A page keeps it until it is left, and half a megabyte is not read twice.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options);
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html }) => html.slice(0, 160)),
    }));
  }, options);
  expect(found, page.url()).toEqual([]);
}

/** Nothing of the page reaches beyond the window's right edge, once a window that was resized has been laid out anew. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const fits = () => document.documentElement.scrollWidth === document.documentElement.clientWidth;
  await page.waitForFunction(fits, undefined, { timeout: 5_000 }).catch(() => {});
  expect(await page.evaluate(excess), `${page.url()} scrolls sideways`).toBe(0);
}
