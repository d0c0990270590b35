import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "./accessibility";
import { askApi, callApi } from "./call-api";
import { DashboardPage } from "./pages/dashboard-page";
import { QuestBoard } from "./pages/quest-board";
import { it, type Open } from "./portal-test";
import { takePicture } from "./screenshots";
import { newTitle } from "./write-documents";

const LIVE = { timeout: 10_000 };

/** So many runs in a month as one likes: the demo's budget would end. */
async function raiseBudget(open: Open): Promise<void> {
  const hr = await open("/admin/quest-budgets", { as: "jimin.han" });
  const departments = await askApi<{ id: string; code: string }[]>(hr, "departments.list");
  const month = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7);
  const departmentId = departments.find(({ code }) => code === "DEVELOPMENT")?.id;
  const input = { departmentId, month, limitHalfDays: 4000 };
  expect(await callApi(hr, "mutation", "quests.setBudget", input)).toMatchObject({ status: 200 });
}

function balanceOf(page: Page): Promise<number> {
  return askApi<{ availableMinutes: number; dayMinutes: number }>(page, "leave.balance", {}).then(
    ({ availableMinutes, dayMinutes }) => availableMinutes / dayMinutes,
  );
}

describe("a quest, from the offer to the reward", () => {
  it("E24, E25, E29, E30, E32: made, accepted, reported, rejected, reported again, approved, claimed; every screen follows without a reload", async ({
    open,
  }) => {
    await raiseBudget(open);
    const title = newTitle("릴리스 노트 정리");
    const manager = new QuestBoard(await open("/quests", { as: "sungho.park" }));
    const employee = new QuestBoard(await open("/quests", { as: "hana.seo" }));
    const dashboard = new DashboardPage(await open("/", { as: "hana.seo" }));
    const before = await dashboard.leaveDays();
    const { id } = await askApi<{ id: string }>(employee.page, "employees.me");
    const account = await open(`/admin/leave/${id}`, { as: "sungho.park" });
    await account.getByText(`${before}일`, { exact: true }).first().waitFor();

    await manager.create({ title, description: "지난 한 달의 변경을 고객의 말로 적습니다.", reward: "1.5일" });
    await manager.card(title, "모집 중").waitFor();
    const offered = employee.card(title, "모집 중");
    await offered.getByText("+1.5일").waitFor(LIVE);
    await offered.getByRole("button", { name: "수락하기" }).click();
    await employee.card(title, "진행 중").waitFor();
    await manager.card(title, "진행 중").getByText("서하나 대리").waitFor(LIVE);

    await employee.report(title, "초안을 올렸어요");
    await employee.card(title, "확인 대기").waitFor();
    await manager.card(title, "확인 대기").getByText("“초안을 올렸어요”").waitFor(LIVE);
    await manager.rejectWork(title, "고객사 이름이 빠졌어요");

    await employee.card(title, "진행 중").getByText("고객사 이름이 빠졌어요").waitFor(LIVE);
    await takePicture(employee.page, "quest-rejected-1440");
    const file = { name: "릴리스 노트.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(3_000_000, "%PDF-1.7 ") };
    await employee.report(title, "고객사 이름을 넣었어요", { button: "다시 보고하기", file });
    await manager.card(title).getByText("“고객사 이름을 넣었어요”").waitFor(LIVE);
    const [saved] = await Promise.all([
      manager.page.waitForEvent("download"),
      manager.card(title).getByRole("link", { name: "첨부 파일 받기: 릴리스 노트.pdf" }).click(),
    ]);
    expect(readFileSync(await saved.path()).equals(file.buffer)).toBe(true);
    await manager.card(title).getByRole("button", { name: /승인:/ }).click();

    const done = employee.card(title, "완료");
    await done.getByRole("button", { name: "보상 받기" }).waitFor(LIVE);
    expect(await dashboard.leaveDays()).toBe(before);
    await done.getByRole("button", { name: "보상 받기" }).click();
    await done.getByText("연차 1.5일을 받았어요").waitFor();
    await takePicture(employee.page, "quest-claimed-1440");

    await expect.poll(() => dashboard.leaveDays(), LIVE).toBe(before + 1.5);
    await manager.card(title).getByText("받음").waitFor(LIVE);
    await account
      .getByText(`${before + 1.5}일`, { exact: true })
      .first()
      .waitFor(LIVE);
    expect(await balanceOf(employee.page)).toBe(before + 1.5);
    await dashboard.page.getByRole("link").filter({ hasText: "연차 1.5일이 들어왔어요" }).first().waitFor(LIVE);
  });

  it("E30: a second claim is refused with its code and pays nothing", async ({ open }) => {
    await raiseBudget(open);
    const title = newTitle("회의실 안내 정리");
    const boss = await open("/quests", { as: "sungho.park" });
    const worker = await open("/quests", { as: "hana.seo" });
    await new QuestBoard(boss).create({ title, description: "", reward: "0.5일" });
    const questId = await questIdOf(worker, title);
    const { id: employeeId } = await askApi<{ id: string }>(worker, "employees.me");
    const calls: [Page, string, object][] = [
      [worker, "quests.accept", { questId }],
      [worker, "quests.report", { questId, note: "끝냈어요" }],
      [boss, "quests.approve", { questId, employeeId }],
    ];
    for (const [page, path, input] of calls)
      expect(await callApi(page, "mutation", path, input)).toMatchObject({ status: 200 });
    const before = await balanceOf(worker);
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => callApi(worker, "mutation", "quests.claim", { questId })),
    );
    expect(claims.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(claims.map(({ code }) => code))).toEqual(new Set([null, "quest.wrong-state"]));
    await expect.poll(() => balanceOf(worker), LIVE).toBe(before + 0.5);
    const board = new QuestBoard(worker);
    await worker.goto(`/quests/${questId}`);
    await board.dialog.getByText("받음").waitFor();
    expect(await board.dialog.getByRole("button", { name: "보상 받기" }).count()).toBe(0);
  });

  it("a quest's address opens it beside the board, back closes it; another department's is refused in words", async ({
    open,
  }) => {
    const title = newTitle("주소가 있는 퀘스트");
    const manager = new QuestBoard(await open("/quests", { as: "sungho.park" }));
    await manager.create({ title, description: "한 줄 설명", reward: "0.5일" });
    await manager.card(title).getByRole("link", { name: title }).click();
    await manager.page.waitForURL(/\/quests\/[0-9A-Z]{26}$/);
    await manager.dialog.getByText("한 줄 설명").waitFor();
    await expectAccessible(manager.page);
    await takePicture(manager.page, "quest-sheet-1440");
    const address = new URL(manager.page.url()).pathname;
    await manager.page.goBack();
    await manager.dialog.waitFor({ state: "hidden" });

    const stranger = new QuestBoard(await open(address, { as: "youngsoo.yoon" }));
    await stranger.dialog.getByText("다른 부서의 퀘스트예요.").waitFor();
  });
});

it("evidence that is no picture and no PDF, whatever it is called, is refused in words and nothing is reported", async ({
  open,
}) => {
  const title = newTitle("파일을 확인하는 퀘스트");
  await raiseBudget(open);
  await new QuestBoard(await open("/quests", { as: "sungho.park" })).create({
    title,
    description: "",
    reward: "0.5일",
  });
  const board = new QuestBoard(await open("/quests", { as: "hana.seo" }));
  await board.card(title).getByRole("button", { name: "수락하기" }).click();
  await board.card(title, "진행 중").getByRole("button", { name: "완료 보고" }).click();
  await board.dialog.getByLabel("무엇을 했나요?").fill("끝냈어요");
  const send = async (name: string, buffer: Buffer) => {
    await board.dialog.locator("input[type=file]").setInputFiles({ name, mimeType: "image/png", buffer });
    await board.dialog.getByRole("button", { name: "보고하기", exact: true }).click();
  };
  await send("사진.png", Buffer.from("<script>"));
  await board.dialog.getByText("PDF, PNG, JPEG, WebP 파일만 첨부할 수 있어요.").waitFor();
  await send("큰 사진.png", Buffer.alloc(5 * 1024 * 1024 + 1));
  await board.dialog.getByText("파일은 5MB까지 첨부할 수 있어요.").waitFor();
  await expectAccessible(board.page);
  await takePicture(board.page, "quest-report-1440");
  await board.page.keyboard.press("Escape");
  await board.card(title, "진행 중").waitFor();
});

describe("the manager's side", () => {
  it("E24: what is missing is named at its field; an offer is edited, closed and removed", async ({ open }) => {
    const board = new QuestBoard(await open("/quests", { as: "sungho.park" }));
    await board.page.getByRole("button", { name: "퀘스트 만들기" }).first().click();
    await expectAccessible(board.page);
    await takePicture(board.page, "quest-form-1440");
    await board.dialog.getByRole("button", { name: "만들기", exact: true }).click();
    await board.dialog.getByText("필수입니다.").waitFor();
    await board.page.keyboard.press("Escape");

    const title = newTitle("고칠 퀘스트");
    await board.create({ title, description: "", reward: "0.5일" });
    await board
      .card(title)
      .getByRole("button", { name: /^퀘스트 관리/ })
      .click();
    await board.page.getByRole("menuitem", { name: "수정" }).click();
    await chooseReward(board, "5일");
    await board.card(title).getByText("+5일").waitFor();

    await board
      .card(title)
      .getByRole("button", { name: /^퀘스트 관리/ })
      .click();
    await board.page.getByRole("menuitem", { name: "모집 마감" }).click();
    await board.dialog.getByRole("button", { name: "모집 마감" }).click();
    await board.card(title, "완료").getByText("마감").waitFor();
    await board
      .card(title)
      .getByRole("button", { name: /^퀘스트 관리/ })
      .click();
    await board.page.getByRole("menuitem", { name: "삭제" }).click();
    await board.dialog.getByRole("button", { name: "삭제" }).click();
    await board.card(title).waitFor({ state: "detached" });
  });

  it("a budget that does not suffice refuses the acceptance in words, and HR's change is seen at once", async ({
    open,
  }) => {
    const title = newTitle("비싼 퀘스트");
    const board = new QuestBoard(await open("/quests", { as: "jimin.han" }));
    const hr = await open("/admin/quest-budgets", { as: "jimin.han" });
    const limit = hr.getByRole("spinbutton", { name: "인사팀 예산 (일)" });
    const row = hr.getByRole("listitem").filter({ has: limit });
    const save = async (days: string) => {
      await limit.fill(days);
      await row.getByRole("button", { name: "저장" }).click();
      await hr.getByText("인사팀 예산을 저장했어요").last().waitFor();
    };
    await limit.fill("0.3");
    await row.getByRole("button", { name: "저장" }).click();
    await row.getByText("0.5일 단위로 입력해 주세요").waitFor();

    await save("0");
    await board.create({ title, description: "", reward: "5일" });
    const clerk = new QuestBoard(await open("/quests", { as: "arin.jo" }));
    await clerk.card(title).getByRole("button", { name: "수락하기" }).click();
    await clerk.card(title).getByText("이번 달 부서의 보상 예산이 모자라요.").waitFor();
    await save("400");
    await clerk.card(title).getByRole("button", { name: "수락하기" }).click();
    await clerk.card(title, "진행 중").waitFor();
  });

  it("E24: staff see no way to make a quest, and the call is refused", async ({ open }) => {
    const page = await open("/quests", { as: "hana.seo" });
    await page.getByRole("heading", { level: 1, name: "퀘스트" }).waitFor();
    expect(await page.getByRole("button", { name: "퀘스트 만들기" }).count()).toBe(0);
    const offer = { title: "가짜", description: "", rewardHalfDays: 1, slots: null, deadline: null };
    expect(await callApi(page, "mutation", "quests.create", offer)).toEqual({ status: 403, code: "request.forbidden" });
    for (const rewardHalfDays of [-2, 0.6, 12]) {
      const boss = await open("/quests", { as: "sungho.park" });
      expect(await callApi(boss, "mutation", "quests.create", { ...offer, rewardHalfDays })).toEqual({
        status: 400,
        code: "request.invalid",
      });
    }
  });
});

async function questIdOf(page: Page, title: string): Promise<string> {
  const { items } = await askApi<{ items: { id: string; title: string }[] }>(page, "quests.list", { limit: 50 });
  const quest = items.find((each) => each.title === title);
  if (!quest) throw new Error(`"${title}" is not on the board`);
  return quest.id;
}

async function chooseReward(board: QuestBoard, reward: string): Promise<void> {
  await board.dialog.getByLabel("보상").click();
  await board.page.getByRole("option", { name: reward, exact: true }).click();
  await board.dialog.getByRole("button", { name: "저장" }).click();
  await board.dialog.waitFor({ state: "hidden" });
}
