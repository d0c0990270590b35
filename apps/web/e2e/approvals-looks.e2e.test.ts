import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible } from "./accessibility";
import { callApi } from "./call-api";
import type { DemoPerson } from "./demo-people";
import { expectGoodLooks, settle } from "./look";
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
function somethingToLookAt(open: Open): Promise<string> {
  prepared ??= open("/people", { as: "haneul.kim" }).then(prepare);
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

it.concurrent.for(looks)(
  "E60: $name looks right in both languages and themes, at 1440, 900 and 360 px",
  async (look, { open }) => {
    const page = await open(look.path(await somethingToLookAt(open)), { as: look.as });
    await expectGoodLooks(page, look.name);
  },
);

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
