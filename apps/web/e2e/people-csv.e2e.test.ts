import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "./accessibility";
import { codeMailedTo } from "./mails";
import { it } from "./portal-test";
import { takePicture } from "./screenshots";
import { newAddress } from "./unique";

const header = "이메일,이름,부서,직급,역할,입사일,주 근로시간,상사 이메일";

async function openImport(page: Page) {
  await page.getByRole("button", { name: "CSV 파일" }).click();
  await page.getByRole("menuitem", { name: "CSV로 여러 명 초대" }).click();
  return page.getByRole("dialog", { name: "CSV로 여러 명 초대" });
}

// Looked for in the dialog: a menu that is still closing bears its button's name, which is the field's too.
function choose(dialog: Locator, ...lines: string[]): Promise<void> {
  const buffer = Buffer.from([header, ...lines].join("\n"));
  return dialog.getByLabel("CSV 파일").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer });
}

describe("people by CSV", () => {
  it("a file is checked first, line by line, and enters everybody once it is right", async ({ open }) => {
    const page = await open("/admin/people", { as: "jimin.han" });
    const dialog = await openImport(page);
    const [first, second] = [newAddress("csv"), newAddress("csv")];
    await choose(dialog, `${first},가져온 사원,SALES,사원,,2026-12-01,,`, `${second},,없는 부서,사원,,2026-12-01,,`);
    const problems = dialog.getByRole("list", { name: "고칠 곳" });
    await problems.getByText("3째 줄").waitFor();
    expect(await problems.textContent()).toMatch(
      /부서를 찾을 수 없어요.*필수입니다|필수입니다.*부서를 찾을 수 없어요/s,
    );
    expect(await dialog.getByRole("button", { name: "0명 초대하기" }).isDisabled()).toBe(true);
    await expectAccessible(page);
    await takePicture(page, "import-1440-light-ko");

    await choose(
      dialog,
      `${first},가져온 사원,SALES,사원,,2026-12-01,,`,
      `${second},가져온 대리,영업팀,대리,,2026-12-01,,${first}`,
    );
    await dialog.getByText("2명 모두 등록할 수 있어요.").waitFor();
    await dialog.getByRole("button", { name: "2명 초대하기" }).click();
    await page.getByText("2명에게 초대 메일을 보내요.").waitFor();
    for (const email of [first, second]) expect(await codeMailedTo(email, "invitation")).not.toBe("");
  });

  it("the list is saved as a file that spreadsheets read", async ({ open }) => {
    const page = await open("/admin/people?search=%EA%B9%80%ED%95%98%EB%8A%98", { as: "jimin.han" });
    await page.getByRole("button", { name: "CSV 파일" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "지금 목록을 CSV로 저장" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("직원명단.csv");
    const text = await readFile(await download.path(), "utf8");
    expect(text.startsWith("\uFEFF이메일,이름")).toBe(true);
    expect(text).toContain("haneul.kim@hanbit.example,김하늘");
  });

  it("somebody who has signed in gets no second invitation", async ({ open }) => {
    const page = await open("/people?search=%EA%B9%80%ED%95%98%EB%8A%98", { as: "jimin.han" });
    await page.getByRole("link", { name: /김하늘/ }).click();
    await page.getByRole("button", { name: "직원 관리" }).click();
    await page.getByRole("menuitem", { name: "초대 메일 다시 보내기" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "다시 보내기" }).click();
    // The toast, and what screen readers are told of it.
    await page.getByText("이미 로그인한 직원이에요.").first().waitFor();
  });
});
