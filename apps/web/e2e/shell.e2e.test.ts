import { describe, expect } from "vitest";
import { Shell } from "./pages/shell";
import { it } from "./portal-test";

describe("the portal's frame", () => {
  it("E59: 대시보드 and 결재 for all, 관리 for department heads and HR; each leads to its page", async ({ open }) => {
    const staff = new Shell(await open("/people", { as: "haneul.kim" }));
    expect(await staff.navigation.getByRole("link").allInnerTexts()).toEqual(
      ["대시보드", "결재함", "문서 작성", "연차", "출석", "퀘스트", "사람", "알림"].map((name) =>
        expect.stringContaining(name),
      ),
    );
    const manager = new Shell(await open("/people", { as: "sungho.park" }));
    await manager.item("관리").click();
    await manager.page.waitForURL(/\/admin\/people$/);
    expect(await manager.item("관리").getAttribute("aria-current")).toBe("page");
  });

  it("E59: an address that is not there, or not theirs, keeps the frame and says so", async ({ open }) => {
    for (const path of ["/nowhere", "/admin/people", "/people/not-an-id"]) {
      const page = await open(path, { as: "haneul.kim" });
      await page.getByRole("heading", { name: "페이지를 찾을 수 없어요" }).waitFor();
      await new Shell(page).item("사람").click();
      await page.waitForURL(/\/people$/);
    }
  });

  it("E59: somebody without a session is led to the sign-in, and told where they wanted to go", async ({ open }) => {
    const page = await open("/people?position=BUJANG");
    expect(new URL(page.url()).searchParams.get("next")).toBe("/people?position=BUJANG");
  });

  it("⌘K finds pages and people", async ({ open }) => {
    const page = await open("/people", { as: "haneul.kim" });
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "빠른 이동" });
    await palette.getByRole("combobox").fill("오동현");
    await palette.getByRole("option", { name: /오동현 과장/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /오동현/ }).waitFor();
    await page.keyboard.press("Control+k");
    await palette.getByRole("combobox").fill("알림");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/notifications/);
  });

  it("? lists the keys, Escape closes the list", async ({ open }) => {
    const page = await open("/people", { as: "haneul.kim" });
    await page.getByRole("heading", { name: "사람" }).click();
    await page.keyboard.press("Shift+?");
    const help = page.getByRole("dialog", { name: "단축키" });
    await help.getByText("빠른 이동").waitFor();
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "hidden" });
  });

  it("the theme changes at once and is there before the next page's first picture", async ({ open }) => {
    const page = await open("/people", { as: "haneul.kim", theme: "light" });
    const shell = new Shell(page);
    await shell.me.click();
    await page.getByRole("menuitemradio", { name: "어둡게" }).click();
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await expect.poll(background).toBe("rgb(17, 17, 20)");
    const html = await (await page.request.get("/people")).text();
    expect(html).toContain('data-theme="dark"');
  });

  it("E60: a phone has five items, and everything else behind the last", async ({ open }) => {
    const page = await open("/people", { as: "sungho.park", width: 360 });
    const { navigation } = new Shell(page);
    expect(await navigation.getByRole("link").count()).toBe(4);
    await navigation.getByRole("button", { name: "더보기" }).click();
    await page.getByRole("menuitem", { name: "관리" }).click();
    await page.waitForURL(/\/admin\/people$/);
  });
});
