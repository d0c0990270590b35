import { describe, expect } from "vitest";
import { expectAccessible } from "./accessibility";
import { callApi } from "./call-api";
import { emailOf } from "./demo-people";
import { codeMailedTo } from "./mails";
import { chooseOption } from "./pages/controls";
import { InboxPage } from "./pages/inbox-page";
import { InviteDialog } from "./pages/invite-dialog";
import { PeoplePage } from "./pages/people-page";
import { PersonPage } from "./pages/person-page";
import { Shell } from "./pages/shell";
import { SignInPage } from "./pages/sign-in-page";
import { it } from "./portal-test";
import { takePicture } from "./screenshots";
import { GOOD_PASSWORD, newAddress, newName } from "./unique";
import { newTitle, submitExpense } from "./write-documents";

describe("the directory", () => {
  it("E12: department and position hold together, and the address remembers them", async ({ open }) => {
    const page = await open("/people", { as: "haneul.kim" });
    const people = new PeoplePage(page);
    await people.filterByDepartment("개발팀");
    await people.filterByPosition("과장");
    await expect.poll(() => people.rows.allInnerTexts().then((rows) => rows.length)).toBe(2);
    const rows = await people.rows.allInnerTexts();
    expect(rows.every((row) => row.includes("개발팀") && row.includes("과장"))).toBe(true);

    await page.reload();
    await expect.poll(() => people.rows.count()).toBe(2);
    expect(new URL(page.url()).searchParams.get("position")).toBe("GWAJANG");
  });

  it("E59: a person has an address, and back returns to the filtered list", async ({ open }) => {
    const page = await open("/people?position=BUJANG", { as: "haneul.kim" });
    await new PeoplePage(page).row("박성호").getByRole("link").first().click();
    await page.getByRole("heading", { name: /박성호/ }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: /박성호/ }).waitFor();
    await page.goBack();
    await page.waitForURL(/\/people\?position=BUJANG/);
  });

  it("says that nobody fits, and offers to clear the filters", async ({ open }) => {
    const page = await open("/people?search=%EC%97%86%EB%8A%94%EC%82%AC%EB%9E%8C", { as: "haneul.kim" });
    await page.getByText("조건에 맞는 사람이 없어요.").waitFor();
    await page.getByRole("button", { name: "조건 지우기" }).click();
    await expect.poll(() => new PeoplePage(page).rows.count()).toBeGreaterThan(5);
  });
});

describe("administration of people", () => {
  it("E11: a blank invitation says 필수입니다. at name, e-mail, department and position", async ({ open }) => {
    const page = await open("/admin/people", { as: "jimin.han" });
    const invite = new InviteDialog(page);
    await invite.open();
    await invite.submit.click();
    await expect.poll(() => invite.dialog.getByText("필수입니다.").count()).toBe(4);
  });

  it("E12: HR invites somebody, who chooses a password and is signed in; then transfers and promotes them", async ({
    open,
  }) => {
    const invitee = {
      name: newName("초"),
      email: newAddress("invited"),
      department: "영업팀",
      rank: "대리",
      manager: "이경희",
    };
    const page = await open("/admin/people", { as: "jimin.han" });
    const invite = new InviteDialog(page);
    await invite.open();
    await invite.fill(invitee);
    await invite.submit.click();
    await invite.dialog.waitFor({ state: "hidden" });
    await page.getByText(`${invitee.name}님에게 초대 메일을 보내요.`).waitFor();

    const theirs = await open("/sign-in");
    await new SignInPage(theirs).signIn(invitee.email, await codeMailedTo(invitee.email, "invitation"));
    await theirs.waitForURL(/\/new-password/);
    await theirs.getByLabel("새 비밀번호", { exact: true }).fill(GOOD_PASSWORD);
    await theirs.getByRole("button", { name: "비밀번호 정하고 로그인하기" }).click();
    await theirs.waitForURL((url) => url.pathname === "/");
    expect(await new Shell(theirs).me.innerText()).toMatch(new RegExp(`${invitee.name}\\s*대리\\s*영업팀`));

    await new PeoplePage(page).openPerson(invitee.name);
    const person = new PersonPage(page);
    await person.begin("부서 이동");
    await chooseOption(person.dialog.getByLabel("부서"), "재무팀");
    await person.confirm("부서 옮기기");
    await page.getByText(`${invitee.name}님의 부서를 옮겼어요.`).waitFor();
    await person.begin("직급 · 역할 변경");
    await chooseOption(person.dialog.getByLabel("직급"), "과장");
    await chooseOption(person.dialog.getByLabel("역할"), "부서장");
    await person.confirm("바꾸기");
    await expect.poll(() => person.heading.innerText()).toMatch(/과장[\s\S]*부서장/);
    expect(await page.getByRole("listitem").filter({ hasText: "재무팀 과장" }).innerText()).toContain(
      "한지민님이 바꿈",
    );
  });

  it("HR sets weekly hours from a day on, which stand in the person's file, and never before the hire date", async ({
    open,
  }) => {
    const page = await open("/admin/people", { as: "jimin.han" });
    const invite = new InviteDialog(page);
    await invite.open();
    const name = newName("시");
    await invite.fill({ name, email: newAddress("hours"), department: "영업팀", rank: "사원" });
    await invite.submit.click();
    await invite.dialog.waitFor({ state: "hidden" });
    await new PeoplePage(page).openPerson(name);
    const person = new PersonPage(page);
    await person.begin("정보 수정");
    const from = person.dialog.getByLabel("근로시간 적용 시작일");
    expect(await from.inputValue()).toBe(await person.dialog.getByLabel("입사일").inputValue());
    await person.dialog.getByLabel("주 근로시간").fill("20");
    await from.fill("2000-01-03");
    await person.dialog.getByRole("button", { name: "저장", exact: true }).click();
    await person.dialog.getByText("입사일보다 빠를 수 없어요.").waitFor();
    await takePicture(page, "people-hours-dialog-1440");
    await from.fill("2030-03-04");
    await person.confirm("저장");
    const history = page.getByRole("list", { name: "근로시간 이력" });
    await expect.poll(() => history.getByRole("listitem").first().innerText()).toContain("2030. 3. 4.부터 20시간");
    await expectAccessible(page);
    await takePicture(page, "people-hours-file-1440");
  });

  it("E13: an e-mail that exists is refused at its field, and what was typed stays", async ({ open }) => {
    const page = await open("/admin/people", { as: "jimin.han" });
    const invite = new InviteDialog(page);
    await invite.open();
    await invite.fill({ name: "두번째", email: emailOf("haneul.kim"), department: "개발팀", rank: "사원" });
    await invite.submit.click();
    await invite.dialog.getByText("이미 등록된 이메일이에요.").waitFor();
    expect(await invite.dialog.getByLabel("이름").inputValue()).toBe("두번째");
  });

  it("E14: after deactivation the file stays, the person is signed out and found nowhere", async ({ open }) => {
    const leaver = { name: newName("퇴"), email: newAddress("leaves"), department: "영업팀", rank: "사원" };
    const page = await open("/admin/people", { as: "jimin.han" });
    const invite = new InviteDialog(page);
    await invite.open();
    await invite.fill(leaver);
    await invite.submit.click();
    await invite.dialog.waitFor({ state: "hidden" });
    const theirs = await open("/sign-in");
    await new SignInPage(theirs).signIn(leaver.email, await codeMailedTo(leaver.email, "invitation"));
    await theirs.waitForURL(/\/new-password/);
    await theirs.getByLabel("새 비밀번호", { exact: true }).fill(GOOD_PASSWORD);
    await theirs.getByRole("button", { name: "비밀번호 정하고 로그인하기" }).click();
    await theirs.waitForURL((url) => url.pathname === "/");

    await new PeoplePage(page).openPerson(leaver.name);
    const person = new PersonPage(page);
    await person.begin("퇴사 처리");
    await person.confirm("퇴사 처리");
    await page.getByText(`${leaver.name}님을 퇴사 처리했어요.`).waitFor();
    await expect.poll(() => person.heading.innerText()).toContain("퇴사");
    expect(await page.getByRole("listitem").filter({ hasText: "영업팀 사원" }).count()).toBe(1);

    const pathAfterVisit = async () => {
      await theirs.goto("/people");
      return new URL(theirs.url()).pathname;
    };
    await expect.poll(pathAfterVisit, { timeout: 15_000 }).toBe("/sign-in");
    await new SignInPage(theirs).signIn(leaver.email, GOOD_PASSWORD);
    await theirs.getByText(/사용이 중지된 계정이에요|이메일 또는 비밀번호가 맞지 않아요/).waitFor();

    const colleague = new PeoplePage(
      await open(`/people?search=${encodeURIComponent(leaver.name)}`, { as: "haneul.kim" }),
    );
    await colleague.page.getByText("조건에 맞는 사람이 없어요.").waitFor();
  });

  it("what waits for somebody who leaves goes to their successor, who decides it under both names", async ({
    open,
  }) => {
    const leaver = { name: newName("결"), email: newAddress("approver"), department: "영업팀", rank: "과장" };
    const title = newTitle("퇴사자를 기다리는 문서");
    const page = await open("/admin/people", { as: "jimin.han" });
    const invite = new InviteDialog(page);
    await invite.open();
    await invite.fill(leaver);
    await invite.submit.click();
    await invite.dialog.waitFor({ state: "hidden" });
    const { id } = await submitExpense(await open("/", { as: "haneul.kim" }), title, [{ name: leaver.name }]);
    const inbox = new InboxPage(await open("/approvals/waiting", { as: "minsu.kim" }));
    await inbox.boxes.waitFor();

    await new PeoplePage(page).openPerson(leaver.name);
    const person = new PersonPage(page);
    await person.begin("퇴사 처리");
    await person.dialog.getByText("결재할 문서 1건, 예정 0건").waitFor();
    await person.dialog.getByLabel("후임 결재자").fill("김민수");
    await page.getByRole("option", { name: /김민수/ }).click();
    await expectAccessible(page);
    await takePicture(page, "deactivate-1440-light-ko");
    await person.confirm("퇴사 처리");

    await inbox.row(title).getByText(`${leaver.name} 과장님 대신`).waitFor();
    await inbox.open(title);
    await inbox.approve.click();
    await inbox.row(title).waitFor({ state: "hidden" });
    await inbox.page.goto(`/approvals/${id}`);
    await inbox.entry(`김민수 대리님이 승인했어요 (${leaver.name} 과장님 대결)`).waitFor();
  });

  it("E15: a department head sees their own people, with e-mails, to read only; staff get 403", async ({ open }) => {
    const page = await open("/admin/people", { as: "sungho.park" });
    const people = new PeoplePage(page);
    await expect.poll(() => people.rows.count()).toBeGreaterThan(5);
    const rows = await people.rows.allInnerTexts();
    expect(rows.every((row) => row.includes("개발팀") && row.includes("@hanbit.example"))).toBe(true);
    expect(await page.getByRole("button", { name: "직원 초대" }).count()).toBe(0);
    expect(await page.getByRole("link", { name: "부서", exact: true }).count()).toBe(0);
    await people.openPerson("김하늘");
    await page.getByRole("heading", { name: "보직 이력" }).waitFor();
    expect(await new PersonPage(page).manage.count()).toBe(0);

    const staff = await open("/people", { as: "haneul.kim" });
    expect(await callApi(staff, "query", "employees.roster", {})).toEqual({ status: 403, code: "request.forbidden" });
  });

  it("a colleague's card has no file for staff", async ({ open }) => {
    const page = await open("/people", { as: "haneul.kim" });
    await new PeoplePage(page).openPerson("오동현");
    await page.getByRole("heading", { name: /오동현/ }).waitFor();
    expect(await page.getByRole("heading", { name: "보직 이력" }).count()).toBe(0);
  });

  it("what is pressed opens, though the search has not settled yet; a reload keeps the place in the list", async ({
    open,
  }) => {
    const page = await open("/people", { as: "haneul.kim" });
    const people = new PeoplePage(page);
    await people.rows.first().getByRole("link").first().hover();
    await people.search.fill("오동현");
    await page.mouse.down();
    await page.waitForTimeout(400);
    expect(await people.rows.count()).toBeGreaterThan(5);
    await page.mouse.up();
    await page.waitForURL(/\/people\/[0-9A-Z]{26}$/);
    await page.goBack();
    await expect.poll(() => people.rows.count()).toBe(1);
    expect(await people.search.inputValue()).toBe("오동현");

    await page.goto("/people");
    await people.rows.last().waitFor();
    const placeAfterReload = async () => {
      await page.evaluate(() => window.scrollTo(0, 600));
      await page.reload();
      await people.rows.last().waitFor();
      return page.evaluate(() => window.scrollY);
    };
    // Chromium does not restore the place where a page comes in slowly; any other error of these loads fails the test.
    await expect.poll(placeAfterReload).toBe(600);
    await people.search.fill("오동현");
    await expect.poll(() => people.rows.count()).toBe(1);
  });

  it("HR makes a department below another and renames it", async ({ open }) => {
    const name = newName("팀");
    const page = await open("/admin/departments", { as: "jimin.han" });
    await page.getByRole("button", { name: "영업팀 아래에 부서 만들기" }).click();
    const dialog = page.getByRole("dialog").filter({ has: page.getByRole("heading") });
    await dialog.getByLabel("이름 (한국어)").fill(name);
    await dialog.getByLabel("이름 (영어)").fill("Temporary");
    await dialog.getByLabel("부서 코드").fill(`T${Date.now().toString(36)}`);
    await dialog.getByRole("button", { name: "만들기", exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: `${name} 수정` }).click();
    await dialog.getByLabel("이름 (한국어)").fill(`${name}새`);
    await dialog.getByRole("button", { name: "저장" }).click();
    await page.getByText(`${name}새`, { exact: true }).waitFor();
  });
});
