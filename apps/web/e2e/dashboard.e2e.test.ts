import { describe, expect } from "vitest";
import { it } from "./portal-test";
import { newTitle, submitExpense } from "./write-documents";

describe("the dashboard", () => {
  it("E30, E50: a waiting document appears, is approved in place, and its requester sees it without a reload", async ({
    open,
  }) => {
    const title = newTitle("대시보드에서 승인");
    const requester = await open("/", { as: "jimin.han" });
    const approver = await open("/", { as: "taeyoon.jung" });
    const waiting = approver.getByRole("region", { name: /^결재할 문서/ });
    await waiting.waitFor();
    await submitExpense(requester, title, ["taeyoon.jung"]);
    const mine = requester
      .getByRole("region", { name: "내가 올린 문서" })
      .getByRole("listitem")
      .filter({ hasText: title });
    await mine.getByText("결재 중").waitFor({ timeout: 10_000 });

    const approve = waiting.getByRole("button", { name: `승인: ${title}` });
    await expect.poll(() => approveOldest(approve, waiting), { timeout: 60_000 }).toBe("gone");
    await mine.getByText("승인", { exact: true }).waitFor({ timeout: 10_000 });
  });

  it("greets by name and rank, and every card leads somewhere", async ({ open }) => {
    const page = await open("/", { as: "sungho.park" });
    await page.getByRole("heading", { level: 1, name: /박성호 부장님$/ }).waitFor();
    for (const [card, path] of [
      ["연차", "/leave"],
      ["출석", "/attendance"],
      [/^결재할 문서/, "/approvals/waiting"],
      ["내가 올린 문서", "/approvals/mine"],
      ["새 소식", "/notifications"],
      ["퀘스트", "/quests"],
      ["오늘의 개발팀", "/attendance/team"],
    ] as const) {
      const link = page.getByRole("region", { name: card, exact: true }).getByRole("link").first();
      expect(new URL((await link.getAttribute("href")) ?? "", page.url()).pathname).toBe(path);
    }
  });
});

type Part = import("playwright-core").Locator;

/** Approves the wanted document, or whatever waits longer before it. */
async function approveOldest(wanted: Part, card: Part): Promise<string> {
  if (await wanted.isVisible()) {
    await wanted.click();
    await wanted.waitFor({ state: "hidden" });
    return "gone";
  }
  const first = card.getByRole("button", { name: /^승인: / }).first();
  if (await first.isVisible()) await first.click();
  return "waiting";
}
