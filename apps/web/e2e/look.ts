import type { Page } from "playwright-core";
import { expect } from "vitest";
import { LOCALE_COOKIE } from "../src/lib/preferences";
import { expectAccessible, expectNoSidewaysScroll, expectPaintedAccessibly } from "./accessibility";
import { env } from "./env";
import { takePicture } from "./screenshots";

/**
 * Two visits see both languages and both themes. axe reads the page in full once in each language and once at each width:
 * in the other language and colours it stays the same page, which only has to be painted well.
 */
const styles = [
  { language: "ko", theme: "light", atDesk: expectAccessible, atPhone: expectPaintedAccessibly },
  { language: "en", theme: "dark", atDesk: expectPaintedAccessibly, atPhone: expectAccessible },
] as const;

type Style = (typeof styles)[number];

/** What the page has to show is there; most pages say so by themselves. */
type Readiness = (page: Page) => Promise<void>;

/** A page in both styles, at three widths (E60): a desk's and a phone's with axe, and a tablet's. */
export async function expectGoodLooks(page: Page, name: string, isReady: Readiness = settle): Promise<void> {
  for (const style of styles) {
    await visitIn(page, style);
    await isReady(page);
    await lookAt(page, name, style);
  }
}

async function visitIn(page: Page, { language, theme }: Style): Promise<void> {
  await page.context().addCookies([{ name: LOCALE_COOKIE, value: language, url: env.PUBLIC_URL }]);
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width: 1440, height: 860 });
  // As it was opened, the page is in the first style already.
  if ((await page.locator("html").getAttribute("lang")) !== language) await page.reload();
}

async function lookAt(page: Page, name: string, { language, theme, atDesk, atPhone }: Style): Promise<void> {
  expect(await page.locator("html").getAttribute("lang")).toBe(language);
  await atDesk(page);
  await takePicture(page, `${name}-1440-${theme}-${language}`);
  for (const [width, height] of [
    [900, 860],
    [360, 780],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectNoSidewaysScroll(page);
    await takePicture(page, `${name}-${width}-${theme}-${language}`);
  }
  await atPhone(page);
}

/** Nothing of the page is being read any more. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
  await page.waitForFunction(() => document.querySelector("[aria-hidden].animate-breathe") === null);
}
