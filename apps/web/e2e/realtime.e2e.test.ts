import { startServer, stopServer } from "@erp/local-stack/servers";
import { afterAll, describe, expect } from "vitest";
import { InboxPage } from "./pages/inbox-page";
import { Shell } from "./pages/shell";
import { it } from "./portal-test";
import { newTitle, submitExpense } from "./write-documents";

const BANNER = "실시간 연결이 끊겼어요. 다시 연결하는 중…";

describe("live updates", () => {
  afterAll(() => startServer("test", "soketi"));

  it("E52: without the socket server a banner says so, pages work, and everything is caught up once it is back", async ({
    open,
  }) => {
    const title = newTitle("소켓이 없는 동안");
    const requester = await open("/", { as: "haneul.kim" });
    const inbox = new InboxPage(await open("/approvals/waiting", { as: "donghyun.oh" }));
    const banner = inbox.page.getByText(BANNER);
    await inbox.boxes.waitFor();
    await stopServer("test", "soketi");
    await banner.waitFor({ timeout: 20_000 });
    await submitExpense(requester, title, ["donghyun.oh"]);
    const { navigation } = new Shell(inbox.page);
    await navigation.getByRole("link", { name: "사람" }).click();
    await inbox.page.getByRole("heading", { level: 1, name: "사람" }).waitFor();
    await navigation.getByRole("link", { name: "결재함" }).click();
    await inbox.boxes.waitFor();

    await startServer("test", "soketi");
    await banner.waitFor({ state: "hidden", timeout: 30_000 });
    await inbox.row(title).waitFor({ timeout: 20_000 });
    expect(await inbox.row(title).count()).toBe(1);
  });

  it("shows who else is looking at a document, as long as they do", async ({ open }) => {
    const title = newTitle("함께 보는 문서");
    const requester = new InboxPage(await open("/", { as: "haneul.kim" }));
    const { id } = await submitExpense(requester.page, title, ["donghyun.oh"]);
    await requester.page.goto(`/approvals/${id}`);
    await requester.heading(title).waitFor();
    const approver = new InboxPage(await open(`/approvals/waiting/${id}`, { as: "donghyun.oh" }));
    await approver.heading(title).waitFor();
    await requester.document.getByRole("img", { name: "오동현님이 함께 보고 있어요" }).waitFor({ timeout: 15_000 });
    await approver.document.getByRole("img", { name: "김하늘님이 함께 보고 있어요" }).waitFor({ timeout: 15_000 });
    await approver.page.close();
    await requester.document
      .getByRole("img", { name: "오동현님이 함께 보고 있어요" })
      .waitFor({ state: "hidden", timeout: 15_000 });
  });
});
