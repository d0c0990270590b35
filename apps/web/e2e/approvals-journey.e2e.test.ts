import type { Route } from "playwright-core";
import { describe, expect } from "vitest";
import { EditorPage } from "./pages/editor-page";
import { InboxPage } from "./pages/inbox-page";
import { Shell } from "./pages/shell";
import { it } from "./portal-test";
import { newTitle } from "./write-documents";

const expense = { amount: "980000", spentOn: "2026-11-20", content: "서버 두 대가 더 필요해요" };

/** A signal's way through Kafka and the socket is promised within two seconds; a busy machine gets some more. */
const LIVE_MS = 10_000;
const REJECTION = /\/api\/trpc\/.*approvals\.reject/;

/** As if the document had changed since it was read. */
function sayItIsOld(route: Route): Promise<void> {
  return route.continue({
    postData:
      route
        .request()
        .postData()
        ?.replace(/"version":\d+/, '"version":0') ?? "",
  });
}

describe("an expense with two steps", () => {
  it("E41, E42, E50, E51: goes from step to step and becomes approved before everybody's eyes", async ({ open }) => {
    const title = newTitle("서버 증설 비용");
    const first = new InboxPage(await open("/approvals/waiting", { as: "donghyun.oh" }));
    const second = new InboxPage(await open("/approvals/waiting", { as: "sungho.park" }));
    const editor = new EditorPage(await open("/approvals/new?form=EXPENSE", { as: "haneul.kim" }));
    const badge = new Shell(first.page).item("결재함");
    await badge.waitFor();
    const waitingBefore = countIn(await badge.innerText());

    await editor.fill({ ...expense, title });
    await editor.setLine(["오동현", "박성호"]);
    await expect.poll(() => editor.submit.innerText()).toBe("오동현 과장님께 올리기");
    await editor.submitAndWait();
    const requester = new InboxPage(editor.page);
    await requester.seal("오동현").getByText("결재 중").waitFor();

    await first.row(title).waitFor({ timeout: LIVE_MS });
    await expect.poll(async () => countIn(await badge.innerText()), { timeout: LIVE_MS }).toBe(waitingBefore + 1);
    expect(await second.row(title).count()).toBe(0);

    await first.open(title);
    await first.document.getByText("승인하면 다음 결재자 박성호 부장님께 전달돼요").waitFor();
    await first.approve.click();
    await first.row(title).waitFor({ state: "hidden" });
    await expect.poll(async () => countIn(await badge.innerText()), { timeout: LIVE_MS }).toBe(waitingBefore);

    await second.row(title).waitFor({ timeout: LIVE_MS });
    await requester.seal("박성호").getByText("결재 중").waitFor({ timeout: LIVE_MS });
    await second.open(title);
    await second.document.getByText("승인하면 결재가 끝나고 김하늘 사원님께 알려요").waitFor();
    await second.approve.click();

    await requester.document.getByText("결재가 끝난 문서예요").waitFor({ timeout: LIVE_MS });
    await requester.entry("결재가 모두 끝났어요").waitFor();
    await requester.entry(/오동현 과장님이 승인했어요/).waitFor();
    await requester.entry(/박성호 부장님이 승인했어요/).waitFor();
    await requester.document.getByText("위·변조 없음").waitFor();
  });

  it("E43, E51: a rejection says why, at once, and ends the document", async ({ open }) => {
    const title = newTitle("모니터 구입");
    const first = new InboxPage(await open("/approvals/waiting", { as: "donghyun.oh" }));
    const editor = new EditorPage(await open("/approvals/new?form=EXPENSE", { as: "haneul.kim" }));
    await editor.fill({ ...expense, title });
    await editor.setLine(["오동현", "박성호"]);
    await editor.submitAndWait();
    const requester = new InboxPage(editor.page);

    await first.row(title).waitFor({ timeout: LIVE_MS });
    await first.open(title);
    await first.reject.click();
    await first.page.getByRole("dialog").getByRole("button", { name: "반려하기" }).click();
    await first.page.getByText("필수입니다.").waitFor();
    await first.page.route(REJECTION, sayItIsOld, { times: 1 });
    await first.fillRejection("예산 초과");
    await first.rejectSheet.getByRole("alert").filter({ hasText: "지금 상태로 새로 고쳤어요." }).waitFor();
    expect(await first.rejectSheet.getByLabel("반려 사유").inputValue()).toBe("예산 초과");
    await first.confirmRejection("예산 초과");
    await first.row(title).waitFor({ state: "hidden" });

    await requester.document.getByText("반려 사유 · 오동현 과장").waitFor({ timeout: LIVE_MS });
    await requester.document.getByText("예산 초과").first().waitFor();
    await requester.document.getByText("반려된 문서예요").waitFor();
    expect(await requester.document.getByRole("button", { name: /^(승인|반려|회수)/ }).count()).toBe(0);

    const bell = requester.page.getByRole("button", { name: /^알림 \d+건|^새 알림이 없어요/ });
    await bell.click();
    await requester.page
      .getByRole("dialog")
      .getByRole("link")
      .filter({ hasText: title })
      .filter({ hasText: "오동현 과장님이 반려했어요" })
      .waitFor({ timeout: LIVE_MS });
  });

  it("E48: what the requester withdraws leaves the approver's list at once", async ({ open }) => {
    const title = newTitle("출장비");
    const approver = new InboxPage(await open("/approvals/waiting", { as: "donghyun.oh" }));
    const editor = new EditorPage(await open("/approvals/new?form=EXPENSE", { as: "haneul.kim" }));
    await editor.fill({ ...expense, title });
    await editor.setLine(["오동현"]);
    await editor.submitAndWait();
    await approver.row(title).waitFor({ timeout: LIVE_MS });

    const requester = new InboxPage(editor.page);
    await requester.withdraw();
    await requester.document.getByText("회수한 문서예요").waitFor();
    await approver.row(title).waitFor({ state: "hidden", timeout: LIVE_MS });
  });
});

function countIn(words: string): number {
  return Number(/\d+/.exec(words)?.[0] ?? 0);
}
