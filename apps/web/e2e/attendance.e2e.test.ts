import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "./accessibility";
import { askApi, callApi } from "./call-api";
import { DashboardPage } from "./pages/dashboard-page";
import { it } from "./portal-test";
import { takePicture } from "./screenshots";

const LIVE = { timeout: 10_000 };

type Today = { day: string; attendance: object | null; progress: number; rewards: number };

describe("a day at work", () => {
  it("E17, E19, E23: the thirtieth check-in is celebrated and paid once, the team sees it, and the day ends with a check-out", async ({
    open,
  }) => {
    const hr = await open("/admin/people", { as: "jimin.han" });
    await prepareTwentyNine(hr, await open("/people", { as: "minsu.kim" }));
    const own = new DashboardPage(await open("/", { as: "minsu.kim" }));
    const boss = await open("/attendance/team", { as: "sungho.park" });
    await own.ring(29).waitFor();
    await boss.getByRole("region", { name: "미출근" }).getByText("김민수 대리").waitFor();
    const before = await own.leaveDays();

    await own.checkIn.click();
    await own.attendance.getByText("30일을 채웠어요! 연차 1일을 드려요.").waitFor(LIVE);
    await own.ring(0).waitFor();
    await takePicture(own.page, "attendance-celebration-1440");
    await expect.poll(() => own.leaveDays(), LIVE).toBe(before + 1);
    await boss.getByRole("region", { name: "출근", exact: true }).getByText("김민수 대리").waitFor(LIVE);

    const again = await Promise.all(
      Array.from({ length: 20 }, () => callApi(own.page, "mutation", "attendance.checkIn")),
    );
    expect(new Set(again.map(({ status, code }) => `${status} ${code}`))).toEqual(
      new Set(["409 attendance.already-checked-in"]),
    );
    await own.checkOut.click();
    await own.attendance.getByText("수고하셨어요").waitFor();
    await boss.getByRole("region", { name: "퇴근", exact: true }).getByText("김민수 대리").waitFor(LIVE);
    await own.page.reload();
    await own.attendance.getByText("수고하셨어요").waitFor();
    expect(await own.leaveDays()).toBe(before + 1);

    await boss.getByRole("link", { name: /김민수 대리/ }).click();
    await boss.getByRole("heading", { level: 1, name: "김민수 대리의 출석" }).waitFor();
    await boss.getByRole("region", { name: "월별 출석" }).getByRole("table").last().waitFor();
    await expectAccessible(boss);
    await takePicture(boss, "attendance-person-1440");
  });

  it("E17: a second tab that still offers the button is told, and then shows the day", async ({ open }) => {
    const hr = await open("/admin/people", { as: "jimin.han" });
    const first = new DashboardPage(await open("/", { as: "minsu.kim" }));
    await removeToday(hr, first.page);
    await first.page.reload();
    const second = new DashboardPage(await open("/healthz", { as: "minsu.kim" }));
    // Without a socket the second tab does not hear of the first one's check-in.
    await second.page.routeWebSocket(/./, (socket) => void socket.close());
    await second.page.goto("/");
    await second.checkIn.waitFor();
    await first.checkIn.click();
    await secondHalfOfDoubleClick(first.page, first.checkOut);
    await second.checkIn.click();
    await second.attendance.getByText("이미 출근했습니다.").waitFor(LIVE);
    await second.checkOut.waitFor();
    await first.checkOut.waitFor();
  });

  it("E22: the month shows its days newest first; earlier months have an address", async ({ open }) => {
    const page = await open("/attendance", { as: "haneul.kim" });
    const month = page.getByRole("region", { name: "월별 출석" });
    await month.getByRole("button", { name: "이전 달" }).click();
    await page.waitForURL(/month=20\d\d-\d\d$/);
    const history = month.getByRole("table", { name: "출퇴근 기록" });
    const shown = Number(new URL(page.url()).searchParams.get("month")?.slice(5));
    // "10. 30. (금)", and until the month has come those of the one before.
    const days = () => history.locator("tbody tr td:first-child").allInnerTexts();
    const ofMonth = async () => (await days()).filter((text) => text.startsWith(`${shown}. `));
    await expect.poll(async () => (await ofMonth()).length, LIVE).toBeGreaterThan(10);
    const numbers = (await days()).map((text) => Number(text.match(/^\d+\. (\d+)\./)?.[1]));
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
    const address = page.url();
    await page.reload();
    await history.getByRole("row").nth(2).waitFor();
    expect(page.url()).toBe(address);
    await page.getByRole("region", { name: "받은 보상" }).getByText("90일 출석 보상").waitFor();
  });

  it("E3: the team's page is not there for staff", async ({ open }) => {
    const page = await open("/attendance/team", { as: "haneul.kim" });
    await page.getByRole("heading", { name: "페이지를 찾을 수 없어요" }).waitFor();
    expect(await callApi(page, "query", "attendance.team")).toEqual({ status: 403, code: "request.forbidden" });
  });
});

function correct(hr: Page, employeeId: string, day: string, isPresent: boolean) {
  const at = (hour: string) => ({ $date: new Date(`${day}T${hour}:00:00+09:00`).toISOString() });
  const hours = isPresent ? { checkedInAt: at("09"), checkedOutAt: at("18") } : null;
  return callApi(hr, "mutation", "attendance.correct", { employeeId, day, hours, reason: "시험 준비" });
}

async function removeToday(hr: Page, own: Page): Promise<Today> {
  const today = await askApi<Today>(own, "attendance.today");
  const { id } = await askApi<{ id: string }>(own, "employees.me");
  if (today.attendance) expect(await correct(hr, id, today.day, false)).toMatchObject({ status: 200 });
  return askApi<Today>(own, "attendance.today");
}

/** A click that began on what stood here before: it leaves the button alone. */
async function secondHalfOfDoubleClick(page: Page, button: Locator): Promise<void> {
  await expect.poll(() => button.getAttribute("aria-busy")).toBeNull();
  await button.hover();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
}

/** Whatever earlier runs left: today is open again, and one check-in is missing to the next reward, all others are paid. */
async function prepareTwentyNine(hr: Page, own: Page): Promise<void> {
  let today = await removeToday(hr, own);
  const { id, hireDate } = await askApi<{ id: string; hireDate: string }>(own, "employees.me");
  // In the first years of the employment, of which the demo company knows no days; another place every run.
  for (let day = Date.parse(hireDate) + (Date.now() % 900) * 86_400_000; today.progress !== 29; day += 86_400_000) {
    expect(await correct(hr, id, new Date(day).toISOString().slice(0, 10), true)).toMatchObject({ status: 200 });
    today = await askApi<Today>(own, "attendance.today");
  }
  await expect.poll(() => paidRewards(own), LIVE).toBe(today.rewards);
}

type Entry = { kind: string; minutes: number; leaveDay: string | null; lot: { kind: string } };

/** The rewards of attendance that the ledger granted and did not take back, in days; taken or not. */
async function paidRewards(own: Page): Promise<number> {
  const entries = await askApi<Entry[]>(own, "leave.explain", {});
  const { dayMinutes } = await askApi<{ dayMinutes: number }>(own, "leave.balance", {});
  const rewards = entries.filter(
    ({ kind, leaveDay, lot }) =>
      lot.kind === "ATTENDANCE" && (kind === "GRANT" || (kind === "REVERSE" && leaveDay === null)),
  );
  return rewards.reduce((sum, { minutes }) => sum + minutes, 0) / dayMinutes;
}
