import { describe, expect } from "vitest";
import { callApi } from "./call-api";
import { demoPeople, emailOf } from "./demo-people";
import { env } from "./env";
import { Shell } from "./pages/shell";
import { SignInPage } from "./pages/sign-in-page";
import { it } from "./portal-test";
import { newAddress } from "./unique";

describe("signing in", () => {
  it("E7: a reload keeps the identity", async ({ open }) => {
    const page = await open("/people", { as: "sungho.park" });
    await page.reload();
    expect(await new Shell(page).me.innerText()).toContain(demoPeople["sungho.park"].name);
  });

  it("E7: a session that has ended leads to the sign-in, and from there back", async ({ open }) => {
    const first = await open("/sign-in");
    await new SignInPage(first).signIn(emailOf("youngsoo.yoon"), env.DEMO_PASSWORD);
    await first.waitForURL((url) => url.pathname === "/");
    // The same cookie in another browser goes on existing after the session is gone.
    const second = await open("/people?position=BUJANG", { state: await first.context().storageState() });
    await new Shell(first).signOut();

    await second.reload();
    expect(new URL(second.url()).pathname).toBe("/sign-in");
    await new SignInPage(second).signIn(emailOf("youngsoo.yoon"), env.DEMO_PASSWORD);
    await second.waitForURL(/\/people\?position=BUJANG/);
  });

  it("E7: a call after the session has ended leads to the sign-in too", async ({ open }) => {
    const first = await open("/sign-in");
    await new SignInPage(first).signIn(emailOf("youngsoo.yoon"), env.DEMO_PASSWORD);
    await first.waitForURL((url) => url.pathname === "/");
    const second = await open("/people", { state: await first.context().storageState() });
    const leaves = second.waitForURL(/\/sign-in\?next=/);
    await new Shell(first).signOut();
    // The page may notice by a call of its own before anything is typed; then there is no box left to type into.
    await Promise.race([leaves, second.getByRole("searchbox").fill("김")]);
    await leaves;
  });

  it("E8: an unknown e-mail and a wrong password get the same answer", async ({ open }) => {
    const page = await open("/sign-in");
    const signIn = new SignInPage(page);
    await signIn.signIn(newAddress("nobody"), "Wrong-Horse-42");
    await signIn.refusal.getByText("이메일 또는 비밀번호가 맞지 않아요.").waitFor();
    await signIn.signIn(emailOf("arin.jo"), "Wrong-Horse-42");
    await expect.poll(() => signIn.submit.getAttribute("aria-busy")).toBeNull();
    expect(await signIn.refusal.innerText()).toBe("이메일 또는 비밀번호가 맞지 않아요.");
  });

  it("E8: repeated failures are slowed down", async ({ open }) => {
    const page = await open("/sign-in");
    const input = { email: newAddress("guesses"), password: "Wrong-Horse-42" };
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await callApi(page, "mutation", "identity.signIn", input)).code).toBe("identity.invalid-credentials");
    }
    await new SignInPage(page).signIn(input.email, input.password);
    await page.getByText(/시도가 너무 많아요\. \d+초 뒤에 다시 시도해 주세요\./).waitFor();
  });

  it("E9: what a browser stores about itself opens nothing", async ({ open }) => {
    const page = await open("/people", { as: "haneul.kim" });
    await page.evaluate(() => {
      localStorage.setItem("role", "HR_ADMIN");
      // biome-ignore lint/suspicious/noDocumentCookie: as somebody with developer tools would
      document.cookie = "role=HR_ADMIN; path=/";
    });
    await page.goto("/admin/people");
    await page.getByRole("heading", { name: "페이지를 찾을 수 없어요" }).waitFor();
    expect(await new Shell(page).item("관리").count()).toBe(0);
    expect(await callApi(page, "query", "employees.roster", {})).toEqual({ status: 403, code: "request.forbidden" });
  });

  it("E9: a changed session cookie is no session", async ({ open }) => {
    const page = await open("/people", { as: "haneul.kim" });
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name.endsWith("erp-session"));
    if (!session) throw new Error("there is no session cookie");
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
    await page.context().addCookies([{ ...session, value: `${session.value.slice(0, -4)}AAAA` }]);
    await page.reload();
    expect(new URL(page.url()).pathname).toBe("/sign-in");
  });

  it("E60: can be done with the keyboard alone", async ({ open }) => {
    const page = await open("/sign-in");
    await page.keyboard.type(emailOf("haneul.kim"));
    await page.keyboard.press("Tab");
    await page.keyboard.type(env.DEMO_PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === "/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("본문으로 건너뛰기");
  });

  it("E60: pressing Enter twice sends one sign-in", async ({ open }) => {
    const page = await open("/sign-in");
    const signIn = new SignInPage(page);
    const calls: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("identity.signIn")) calls.push(request.url());
    });
    await signIn.email.fill(emailOf("haneul.kim"));
    await signIn.password.fill(env.DEMO_PASSWORD);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === "/");
    expect(calls).toHaveLength(1);
  });

  it("one click on a tile signs in to the demo company", async ({ open }) => {
    const page = await open("/sign-in?next=%2Fpeople");
    await new SignInPage(page).demoTiles.filter({ hasText: "한지민" }).click();
    await page.waitForURL(/\/people$/);
    expect(await new Shell(page).me.innerText()).toContain("한지민");
  });

  it("never leads to another site", async ({ open }) => {
    const page = await open(`/sign-in?next=${encodeURIComponent("//elsewhere.example/")}`);
    await new SignInPage(page).signIn(emailOf("haneul.kim"), env.DEMO_PASSWORD);
    await page.waitForURL((url) => url.pathname === "/");
    expect(new URL(page.url()).origin).toBe(new URL(env.PUBLIC_URL).origin);
  });

  it("switches the language and remembers it", async ({ open }) => {
    const page = await open("/sign-in");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.reload();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByLabel("E-mail").fill(newAddress("nobody"));
    await page.getByLabel("Password", { exact: true }).fill("Wrong-Horse-42");
    await page.keyboard.press("Enter");
    await page.getByText("The e-mail or the password is wrong.").waitFor();
  });
});
