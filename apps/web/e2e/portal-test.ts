import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { type DemoPerson, signInAs } from "./demo-people";
import { env } from "./env";
import { type Problem, watchForProblems } from "./problems";
import { pictureOf } from "./screenshots";

export type OpenOptions = {
  /** Signed in as this person of the demo company; nobody when absent. */
  as?: DemoPerson;
  width?: 1440 | 900 | 360;
  theme?: "light" | "dark";
  language?: "ko" | "en";
  /** A browser that already has cookies. */
  state?: Awaited<ReturnType<BrowserContext["storageState"]>>;
};

export type Open = (path: string, options?: OpenOptions) => Promise<Page>;

let launched: Promise<Browser> | null = null;
afterAll(async () => {
  await (await launched)?.close();
  launched = null;
});

function browser(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: env.CHROMIUM_PATH,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return launched;
}

/**
 * A test with `open(path, { as })`, which gives a page of its own browser session. When the test ends, every page that
 * complained on its console, threw, or was answered 5xx fails it; of a failed test there is a picture of each page.
 */
export const it = test.extend<{ open: Open }>({
  open: async ({ task }, use) => {
    const contexts: BrowserContext[] = [];
    const problems: Problem[] = [];
    await use(async (path, options = {}) => {
      const context = await (await browser()).newContext(await contextOptions(options));
      contexts.push(context);
      await context.addCookies([{ name: "locale", value: options.language ?? "ko", url: env.PUBLIC_URL }]);
      const page = await context.newPage();
      watchForProblems(page, problems);
      await page.goto(path);
      return page;
    });
    if (task.result?.state === "fail") await pictureOfFailure(task.name, contexts);
    await Promise.all(contexts.map((context) => context.close()));
    expect(problems).toEqual([]);
  },
});

async function pictureOfFailure(test: string, contexts: BrowserContext[]): Promise<void> {
  const name = test.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60);
  const pages = contexts.flatMap((context) => context.pages());
  await Promise.all(pages.map((page, index) => pictureOf(page, `failed-${name}-${index + 1}`)));
}

async function contextOptions({
  as,
  width = 1440,
  theme = "light",
  state,
}: OpenOptions): Promise<BrowserContextOptions> {
  const storageState = state ?? (as && (await signInAs(as)));
  return {
    baseURL: env.PUBLIC_URL,
    viewport: { width, height: width === 360 ? 780 : 860 },
    colorScheme: theme,
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    // Floating things stand still at once, so that a look at the page is a look at its end state.
    reducedMotion: "reduce",
    ...(storageState && { storageState }),
  };
}
