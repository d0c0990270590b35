import { readFile } from "node:fs/promises";
import { koreanDate } from "@erp/contracts/dates";
import { describe, expect } from "vitest";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { callApi } from "./call-api";
import { chooseOption } from "./pages/controls";
import { InboxPage } from "./pages/inbox-page";
import { LeavePage } from "./pages/leave-page";
import { TeamCalendar } from "./pages/team-calendar";
import { it } from "./portal-test";
import { takePicture } from "./screenshots";

const LIVE_MS = 10_000;

describe("leave", () => {
  it("E33, E35, E36: two days are held, approved and used, live on both screens and in a colleague's calendar; more than the rest is refused; cancelled days come back", async ({
    open,
  }) => {
    const employee = new LeavePage(await open("/leave", { as: "sumin.moon" }));
    const approver = new InboxPage(await open("/approvals/waiting", { as: "donghyun.oh" }));
    const calendar = new TeamCalendar(await open("/leave/team", { as: "hana.seo" }));
    await calendar.goOn(2);
    const before = await employee.available();
    expect(before).toBeGreaterThanOrEqual(2);

    await employee.page.getByRole("link", { name: "휴가 신청" }).first().click();
    const monday = await employee.pickFreeMonday(2);
    await employee.chooseLength("2일");
    await employee.charge.getByText("2일 차감").waitFor();
    await takePicture(employee.page, "leave-request-chosen-1440");
    // Other tests leave more documents waiting than a page of the list shows.
    await approver.search.fill(`휴가 ${monday}`);
    await employee.page.getByRole("button", { name: "오동현 과장님께 올리기" }).click();

    const row = employee.request(monday);
    await row.getByText("결재 중").waitFor();
    await expect.poll(() => employee.available()).toBe(before - 2);
    await expect.poll(() => calendar.count("문수민", "결재 중"), { timeout: LIVE_MS }).toBe(2);

    const waiting = approver.row(`휴가 ${monday}`);
    await waiting.waitFor({ timeout: LIVE_MS });
    await waiting.getByRole("link").click();
    await approver.document.getByText(`승인하면 연차가 ${before - 2}일 남아요`).waitFor();
    await expectAccessible(approver.page);
    await takePicture(approver.page, "leave-document-1440");
    await approver.approve.click();

    await row.getByText("승인", { exact: true }).waitFor({ timeout: LIVE_MS });
    await expect.poll(() => employee.available()).toBe(before - 2);
    await expect.poll(() => calendar.count("문수민", "승인된 휴가"), { timeout: LIVE_MS }).toBe(2);
    await expectRestIsRefused(employee, before - 2);

    await employee.page.goto("/leave");
    await row.getByRole("button", { name: "취소" }).click();
    const dialog = employee.page.getByRole("dialog");
    await dialog.getByLabel("취소하는 이유").fill("일정이 바뀌었어요");
    await dialog.getByRole("button", { name: "휴가 취소" }).click();
    await row.getByText("취소", { exact: true }).waitFor();
    await expect.poll(() => employee.available()).toBe(before);
    await expect.poll(() => calendar.count("문수민", "승인된 휴가"), { timeout: LIVE_MS }).toBe(0);
  });

  it("E33, E34: without leave there is nothing to choose, and the reason stands there", async ({ open }) => {
    const page = new LeavePage(await open("/leave/new", { as: "doyun.heo" }));
    await page.page.getByText("쓸 수 있는 연차가 없어서 신청할 수 없어요").waitFor();
    await page.pickFreeMonday(1);
    await page.charge.getByText("1일 차감").waitFor();
    await page.form.getByText("쓸 수 있는 연차가 모자라요").waitFor();
    expect(await page.form.getByRole("button", { name: /올리기$/ }).isDisabled()).toBe(true);
    const none = { from: "2026-12-01", days: 0, kind: "DAYS" };
    expect(await callApi(page.page, "query", "leave.previewCharge", { wish: none })).toMatchObject({ status: 400 });
  });

  it("E38: every entry of the balance is explained, and the balance of any day can be asked for", async ({ open }) => {
    const page = await open("/leave/why", { as: "haneul.kim" });
    await page.getByRole("heading", { level: 1, name: /^왜 [\d.]+일인가요\?$/ }).waitFor();
    const entries = page.getByRole("table", { name: "연차 내역" });
    await entries.getByText("근로기준법 제60조").first().waitFor();
    await entries.getByRole("link", { name: "결재 문서" }).first().waitFor();
    await page.getByLabel("기준일").fill("2030-01-02");
    await page.getByText("앞으로 생길 법정 연차를 더한 값이에요").waitFor();
  });

  it("days are picked by keyboard, too", async ({ open }) => {
    const { page, calendar, form } = new LeavePage(await open("/leave/new", { as: "haneul.kim" }));
    await calendar.getByRole("button", { name: "다음 달" }).click();
    await calendar.getByRole("button", { name: /^\d+월 1일/ }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await form.getByText(/2일 \(.\) ~ .*9일/).waitFor();
    await calendar.getByRole("button", { name: /^\d+월 1일/ }).focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-day"));
    const first = await focused();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(focused).toMatch(/-(28|29|30|31)$/);
    await page.keyboard.press("ArrowRight");
    await expect.poll(focused).toBe(first);
    await expectAccessible(page);
  });

  it("E60: the request fits a phone", async ({ open }) => {
    const { page, calendar, charge } = new LeavePage(await open("/leave/new", { as: "haneul.kim", width: 360 }));
    await calendar
      .getByRole("button", { name: /^\d+월 \d+일 \(월\)$/ })
      .last()
      .click();
    await charge.waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await takePicture(page, "leave-request-chosen-360");
  });
});

/** Both ways of asking for more than is left: past the interface, and in it. */
async function expectRestIsRefused(employee: LeavePage, rest: number): Promise<void> {
  const { page } = employee;
  const wish = { kind: "DAYS", from: "2027-04-05", days: rest + 0.5 };
  const me = { title: "휴가", reason: "", referenceIds: [], line: [] };
  const request = { ...me, wish, leaveMinutes: (rest + 0.5) * 480 };
  const line = await page.evaluate(async () => {
    const answer = await fetch(
      `/api/trpc/approvals.suggestLine?input=${encodeURIComponent('{"formCode":"ANNUAL_LEAVE"}')}`,
    );
    const steps = (await answer.json()).result.data.line as { approvers: { id: string }[] }[];
    return steps.map(({ approvers }) => ({
      kind: "APPROVAL",
      quorum: "ALL",
      approverIds: approvers.map(({ id }) => id),
    }));
  });
  const answer = await callApi(page, "mutation", "leave.request", { ...request, line });
  expect(answer).toEqual({ status: 409, code: "leave.insufficient-balance" });

  await page.goto("/leave/new");
  await employee.pickFreeMonday(3);
  const length = employee.form.getByRole("combobox", { name: "이 날부터 며칠" });
  if (rest === 0) {
    expect(await length.isDisabled()).toBe(true);
    return;
  }
  await length.click();
  await page.getByRole("option", { name: `${rest}일`, exact: true }).waitFor();
  expect(await page.getByRole("option", { name: `${rest + 0.5}일`, exact: true }).count()).toBe(0);
  await page.keyboard.press("Escape");
}

describe("leave administration", () => {
  it("E16, E40: a manager adds half a day with a reason, the person sees it with reason and name; staff have no such page", async ({
    open,
  }) => {
    const { page } = new LeavePage(
      await open("/admin/leave?search=%EB%AC%B8%EC%88%98%EB%AF%BC", { as: "sungho.park" }),
    );
    await page.getByRole("link", { name: /문수민/ }).click();
    await page.getByRole("heading", { level: 1, name: "문수민 사원의 연차" }).waitFor();
    await expectAccessible(page);
    const reason = `주말 근무 보상 ${Date.now().toString(36)}`;
    await adjust(page, "더하기", reason);
    await page.getByRole("table", { name: "연차 내역" }).getByText(`사유: ${reason}`).waitFor();

    const person = await open("/leave/why", { as: "sumin.moon" });
    const entry = person.getByRole("row").filter({ hasText: reason });
    await entry.getByText("박성호 부장").waitFor();
    await entry.getByText("+0.5일").waitFor();
    await adjust(page, "빼기", `${reason} 취소`);
    await person
      .getByRole("row")
      .filter({ hasText: `${reason} 취소` })
      .getByText("−0.5일")
      .waitFor({ timeout: LIVE_MS });
    await person.goto("/admin/leave");
    await person.getByText("페이지를 찾을 수 없어요").waitFor();
  });

  it("a year's register adds up, leads to the entries, and is saved as a file by HR alone", async ({ open }) => {
    const { page } = new LeavePage(await open("/admin/leave", { as: "jimin.han" }));
    await page.getByRole("link", { name: "연차 대장" }).click();
    const year = Number(koreanDate(new Date()).slice(0, 4));
    await page.getByRole("heading", { level: 1, name: `${year}년 연차 대장` }).waitFor();
    expect(await page.getByRole("link", { name: "다음 해" }).count()).toBe(0);
    await page.getByLabel("이름, 이메일 검색").fill("김민수");
    const amounts = async () => {
      const cells = await page.getByRole("row").filter({ hasText: "김민수" }).getByRole("cell").allInnerTexts();
      return cells.slice(1).map((text) => Number(text.replace("일", "").replace("−", "-").replace("–", "0")));
    };
    const addsUp = async () => {
      const [opening = 0, granted = 0, adjusted = 0, used = 0, expired = 0, held = 0, closing = Number.NaN] =
        await amounts();
      return opening + granted + adjusted - used - expired - held === closing && closing > 0;
    };
    await expect.poll(addsUp).toBe(true);
    const [opening] = await amounts();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV로 저장" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`연차대장-${year}.csv`);
    expect(await readFile(await download.path(), "utf8")).toContain(`김민수,minsu.kim@hanbit.example,개발팀`);

    await page.getByRole("link", { name: "이전 해" }).click();
    await page.getByRole("heading", { level: 1, name: `${year - 1}년 연차 대장` }).waitFor();
    await expect.poll(async () => (await amounts()).at(6)).toBe(opening);
    await page.getByRole("link", { name: /김민수/ }).click();
    await page.getByRole("heading", { level: 1, name: "김민수 대리의 연차" }).waitFor();

    const manager = await open("/admin/leave/register", { as: "sungho.park" });
    await manager.getByRole("row").filter({ hasText: "김민수" }).waitFor();
    expect(await manager.getByText("영업팀").count()).toBe(0);
    expect(await manager.getByRole("button", { name: "CSV로 저장" }).count()).toBe(0);
    await manager.goto(`/admin/leave/register/${year + 1}`);
    await manager.getByText("페이지를 찾을 수 없어요").waitFor();
  });

  it("HR records an absence with its reason, and takes it back", async ({ open }) => {
    const page = await open("/admin/leave?search=%EB%AC%B8%EC%88%98%EB%AF%BC", { as: "jimin.han" });
    await page.getByRole("link", { name: /문수민/ }).click();
    const card = page.getByRole("region", { name: "결근 기록" });
    await card.getByRole("button", { name: "결근 기록하기" }).click();
    const dialog = page.getByRole("dialog");
    const reason = `무단 결근 ${Date.now().toString(36)}`;
    await dialog.getByLabel("사유").fill(reason);
    await dialog.getByRole("button", { name: "기록하기" }).click();
    const record = card.getByRole("listitem").filter({ hasText: reason });
    await record.getByText("한지민 부장 기록").waitFor();
    await expectAccessible(page);
    await takePicture(page, "leave-absences-1440");
    await record.getByRole("button", { name: /기록 지우기$/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "지우기" }).click();
    await record.waitFor({ state: "hidden" });
  });

  it("HR enters a company holiday, and takes it back", async ({ open }) => {
    const page = await open("/admin/holidays", { as: "jimin.han" });
    const name = `창립기념일 ${Date.now().toString(36)}`;
    await page.getByRole("button", { name: "휴일 추가" }).click();
    const dialog = page.getByRole("dialog");
    const year = new Date().getFullYear();
    await dialog.getByLabel("날짜").fill(`${year}-07-0${1 + (Date.now() % 9)}`);
    await dialog.getByLabel("이름 (한국어)").fill(name);
    await dialog.getByLabel("이름 (영어)").fill("Foundation day");
    await dialog.getByRole("button", { name: "저장" }).click();
    await page.getByText(name, { exact: true }).waitFor();
    await page.getByRole("button", { name: `${name} 지우기` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "휴일 지우기" }).click();
    await page.getByText(name, { exact: true }).waitFor({ state: "hidden" });
  });
});

/** Half a day more or less, with a reason. */
async function adjust(page: LeavePage["page"], direction: string, reason: string): Promise<void> {
  await page.getByRole("button", { name: "연차 조정" }).click();
  const dialog = page.getByRole("dialog");
  await chooseOption(dialog.getByRole("combobox", { name: "구분" }), direction);
  await dialog.getByLabel("사유").fill(reason);
  await dialog.getByRole("button", { name: "조정하기" }).click();
  await dialog.waitFor({ state: "hidden" });
}
