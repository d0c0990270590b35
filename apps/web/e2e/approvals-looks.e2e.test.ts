import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { callApi } from "./call-api";
import type { DemoPerson } from "./demo-people";
import { it, type Open } from "./portal-test";
import { takePicture } from "./screenshots";
import { newTitle, submitExpense } from "./write-documents";

type Look = { name: string; as: DemoPerson; path(documentId: string): string };

const looks: Look[] = [
  { name: "dashboard", as: "donghyun.oh", path: () => "/" },
  { name: "inbox", as: "donghyun.oh", path: () => "/approvals" },
  { name: "inbox-empty", as: "donghyun.oh", path: () => "/approvals/waiting?search=nothing-like-it" },
  { name: "document", as: "donghyun.oh", path: (id) => `/approvals/waiting/${id}` },
  { name: "document-mine", as: "haneul.kim", path: (id) => `/approvals/mine/${id}` },
  { name: "forms", as: "haneul.kim", path: () => "/approvals/new" },
  { name: "write", as: "haneul.kim", path: () => "/approvals/new?form=PROJECT" },
  { name: "notifications", as: "donghyun.oh", path: () => "/notifications" },
];

let prepared: Promise<string> | null = null;

/** A document with something said on it, so that every part of the page has content; one for all looks. */
async function somethingToLookAt(open: Open): Promise<string> {
  prepared ??= prepare(await open("/people", { as: "haneul.kim" }));
  return prepared;
}

async function prepare(requester: Page): Promise<string> {
  const { id } = await submitExpense(requester, newTitle("보기 좋은 문서"), [
    ["donghyun.oh", "sungho.park"],
    "youngsoo.yoon",
  ]);
  expect(
    await callApi(requester, "mutation", "approvals.comment", { documentId: id, text: "급한 일이에요" }),
  ).toMatchObject({ status: 200 });
  return id;
}

/** Nothing is being read any more. */
async function settle(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
  await page.waitForFunction(() => document.querySelector("[aria-hidden].animate-breathe") === null);
}

describe.each(looks)("$name", ({ name, as, path }) => {
  it.for(["light", "dark"] as const)("E60: has nothing that axe finds, %s", async (theme, { open }) => {
    const id = await somethingToLookAt(open);
    const page = await open(path(id), { as, theme });
    await settle(page);
    await expectAccessible(page);
    await takePicture(page, `${name}-1440-${theme}-ko`);
  });

  it.for(["ko", "en"] as const)("E60: fits a phone of 360 px and a tablet, %s", async (language, { open }) => {
    const id = await somethingToLookAt(open);
    for (const width of [900, 360] as const) {
      const page = await open(path(id), { as, width, language, theme: language === "en" ? "dark" : "light" });
      await settle(page);
      await expectNoSidewaysScroll(page);
      await takePicture(page, `${name}-${width}-${language}`);
    }
  });
});

it("E60: sheet, dialogs and popovers have nothing that axe finds", async ({ open }) => {
  const id = await somethingToLookAt(open);
  const page = await open(`/approvals/waiting/${id}`, { as: "donghyun.oh" });
  await settle(page);
  for (const [button, name] of [
    [/^반려/, "reject-sheet"],
    ["위·변조 없음", "hash-chain"],
    ["조건", "filters"],
    [/^알림 \d+건/, "bell"],
  ] as const) {
    await page.getByRole("button", { name: button }).first().click();
    await page.getByRole("dialog").waitFor();
    await expectAccessible(page);
    await takePicture(page, `${name}-1440-light-ko`);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
});
