import { describe, expect } from "vitest";
import { callApi } from "./call-api";
import { PeoplePage } from "./pages/people-page";
import { Shell } from "./pages/shell";
import { SignInPage } from "./pages/sign-in-page";
import { SignUpPages } from "./pages/sign-up-pages";
import { it } from "./portal-test";
import { GOOD_PASSWORD, newAddress, newName } from "./unique";

describe("signing up", () => {
  it("E1: a new e-mail becomes exactly one employee, and the frame shows name, 직급 and 부서", async ({ open }) => {
    const newcomer = { email: newAddress("joins"), name: newName("유"), department: "개발팀", password: GOOD_PASSWORD };
    const page = await open("/sign-up");
    await new SignUpPages(page).signUp(newcomer);
    expect(await page.getByRole("status").textContent()).toContain("가입을 마쳤어요");

    await new SignInPage(page).signIn(newcomer.email, newcomer.password);
    await page.waitForURL((url) => url.pathname === "/");
    const me = new Shell(page).me;
    expect(await me.innerText()).toMatch(new RegExp(`${newcomer.name}\\s*사원\\s*개발팀`));

    const people = new PeoplePage(await open("/people", { as: "jimin.han" }));
    await people.search.fill(newcomer.email);
    await expect.poll(() => people.rows.count()).toBe(1);
    expect(await people.row(newcomer.name).innerText()).toContain(newcomer.email);
  });

  it("E2: nobody signs up as a manager: the field is refused, and the account is STAFF", async ({ open }) => {
    const newcomer = {
      email: newAddress("climbs"),
      name: newName("명"),
      department: "영업팀",
      password: GOOD_PASSWORD,
    };
    const page = await open("/sign-up");
    const forged = {
      email: newcomer.email,
      name: newcomer.name,
      password: newcomer.password,
      departmentCode: "SALES",
      position: "MANAGER",
      role: "MANAGER",
    };
    expect(await callApi(page, "mutation", "identity.signUp", forged)).toEqual({
      status: 400,
      code: "request.invalid",
    });

    await new SignUpPages(page).signUp(newcomer);
    await new SignInPage(page).signIn(newcomer.email, newcomer.password);
    await page.waitForURL((url) => url.pathname === "/");
    expect(await new Shell(page).item("관리").count()).toBe(0);
    expect(await callApi(page, "query", "employees.roster", {})).toEqual({ status: 403, code: "request.forbidden" });
  });

  it("E8: a weak password is refused in the form, in Korean, before anything is sent", async ({ open }) => {
    const page = await open("/sign-up");
    const pages = new SignUpPages(page);
    await pages.fill({ email: newAddress("weak"), name: "약한이", department: "개발팀", password: "password1" });
    let sent = 0;
    page.on("request", (request) => {
      if (request.method() === "POST") sent += 1;
    });
    await pages.submit.click();
    await page.getByText("8자 이상, 대문자·소문자·숫자·기호를 모두 넣어 주세요.").waitFor();
    expect(await pages.password.getAttribute("aria-invalid")).toBe("true");
    expect(sent).toBe(0);
  });

  it("E11: an empty form says 필수입니다. at each field and moves to the first", async ({ open }) => {
    const page = await open("/sign-up");
    await new SignUpPages(page).submit.click();
    await expect.poll(() => page.getByText("필수입니다.").count()).toBe(4);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("email");
  });
});
