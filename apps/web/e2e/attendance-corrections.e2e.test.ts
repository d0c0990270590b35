import { expect } from "vitest";
import { expectAccessible } from "./accessibility";
import { InboxPage } from "./pages/inbox-page";
import { it } from "./portal-test";

const LIVE_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;

it("a correction of a day is asked for, approved by the manager, and then stands in the record", async ({ open }) => {
  const page = await open("/attendance", { as: "minsu.kim" });
  const approver = new InboxPage(await open("/approvals/waiting", { as: "donghyun.oh" }));
  // Another day each time: what earlier runs have corrected stays corrected.
  const day = new Date(Date.now() - (2 + (Math.floor(Date.now() / 1000) % 300)) * DAY_MS).toISOString().slice(0, 10);
  const [, month, date] = day.split("-").map(Number);
  const title = `출석 정정 ${month}월 ${date}일`;

  const corrections = page.getByRole("region", { name: "출석 정정" });
  await corrections.getByRole("button", { name: "정정 요청" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("날짜").fill(day);
  await dialog.getByLabel("출근", { exact: true }).fill("08:50");
  await dialog.getByLabel("퇴근", { exact: true }).fill("18:20");
  await dialog.getByLabel("정정하는 이유").fill("단말기가 고장이었어요");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "결재 올리기" }).click();
  const row = corrections
    .getByRole("listitem")
    .filter({ hasText: `${month}월 ${date}일` })
    .first();
  await row.getByText("결재 중").waitFor();

  await approver.search.fill(title);
  await approver.row(title).first().waitFor({ timeout: LIVE_MS });
  await approver.row(title).first().getByRole("link").click();
  await approver.document.getByText("단말기가 고장이었어요").waitFor();
  await approver.approve.click();

  await row.getByText("승인", { exact: true }).waitFor({ timeout: LIVE_MS });
  await page.goto(`/attendance?month=${day.slice(0, 7)}`);
  const recorded = page
    .getByRole("row")
    .filter({ hasText: `${date}. ` })
    .filter({ hasText: "정정됨" });
  await recorded.first().waitFor();
  expect(await recorded.first().textContent()).toContain("08:50");
});
