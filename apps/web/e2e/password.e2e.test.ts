import { describe, expect } from "vitest";
import { codeMailedTo } from "./mails";
import { SignInPage } from "./pages/sign-in-page";
import { SignUpPages } from "./pages/sign-up-pages";
import { it } from "./portal-test";
import { GOOD_PASSWORD, newAddress, newName } from "./unique";

describe("a forgotten password", () => {
  it("E10: is replaced with the mailed code; the old one no longer works", async ({ open }) => {
    const email = newAddress("forgets");
    const page = await open("/sign-up");
    await new SignUpPages(page).signUp({ email, name: newName("망"), department: "재무팀", password: GOOD_PASSWORD });

    await page.getByRole("link", { name: "비밀번호를 잊었어요" }).click();
    await page.waitForURL(/\/forgot-password/);
    await page.getByLabel("이메일").fill(email);
    await page.getByRole("button", { name: "코드 받기" }).click();
    await page.waitForURL(/\/new-password/);
    await page.getByLabel("인증 코드").fill(await codeMailedTo(email, "forgot-password"));
    await page.getByLabel("새 비밀번호", { exact: true }).fill("Battery-Staple-7");
    await page.getByRole("button", { name: "비밀번호 바꾸기" }).click();
    await page.waitForURL(/done=reset/);

    const signIn = new SignInPage(page);
    await signIn.signIn(email, GOOD_PASSWORD);
    await signIn.refusal.getByText("이메일 또는 비밀번호가 맞지 않아요.").waitFor();
    await signIn.signIn(email, "Battery-Staple-7");
    await page.waitForURL((url) => url.pathname === "/");
  });

  it("E10: a wrong code is refused where it was typed", async ({ open }) => {
    const page = await open(`/new-password?email=${encodeURIComponent(newAddress("unknown"))}`);
    await page.getByLabel("인증 코드").fill("000000");
    await page.getByLabel("새 비밀번호", { exact: true }).fill("Battery-Staple-7");
    await page.getByRole("button", { name: "비밀번호 바꾸기" }).click();
    await page.getByText("인증 코드가 맞지 않거나 시간이 지났어요.").waitFor();
    expect(await page.getByLabel("새 비밀번호", { exact: true }).inputValue()).toBe("Battery-Staple-7");
  });
});
