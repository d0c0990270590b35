import { describe, expect } from "vitest";
import { callApi } from "./call-api";
import { it } from "./portal-test";

describe("the audit log", () => {
  it("tells who changed what, narrowed by what stands in the address", async ({ open }) => {
    const page = await open("/admin/audit", { as: "jimin.han" });
    const log = page.getByRole("list", { name: "감사 기록" });
    await log.getByRole("listitem").first().waitFor();
    await page.getByRole("combobox", { name: "한 일" }).click();
    await page.getByRole("option", { name: "데모 회사 불러오기" }).click();
    await page.waitForURL(/action=demo-company\.loaded/);
    await expect.poll(() => log.getByRole("listitem").count()).toBe(1);

    await page.reload();
    expect(await log.getByRole("listitem").count()).toBe(1);
    // Until the page has come alive after the reload, nobody hears what is typed.
    const begin = page.getByLabel("시작일");
    const typeDay = () => begin.fill("").then(() => begin.fill("2035-01-01"));
    await expect.poll(() => typeDay().then(() => page.url())).toContain("from=2035-01-01");
    await page.getByText("조건에 맞는 기록이 없어요.").waitFor();
    await page.getByRole("button", { name: "조건 지우기" }).click();
    await log.getByRole("listitem").first().waitFor();
    expect(new URL(page.url()).search).toBe("");
  });

  it("notes what HR changes, with who and to whom", async ({ open }) => {
    const page = await open("/admin/audit", { as: "jimin.han" });
    const day = { day: "2031-05-06", kind: "COMPANY", nameKo: "창립일", nameEn: "Founding day" };
    expect(await callApi(page, "mutation", "leave.saveHoliday", day)).toMatchObject({ status: 200 });
    await page.reload();
    const entry = page.getByRole("list", { name: "감사 기록" }).getByRole("listitem").first();
    await expect.poll(() => entry.textContent()).toContain("한지민");
    expect(await entry.textContent()).toMatch(/휴일 등록.*2031-05-06.*창립일/s);
    await callApi(page, "mutation", "leave.removeHoliday", { day: day.day });
  });
});

describe("the system's state", () => {
  it("shows that everything runs and nothing was given up on", async ({ open }) => {
    const page = await open("/admin/system", { as: "jimin.han" });
    await page.getByRole("heading", { name: "소비자 그룹" }).waitFor();
    // The workers' first report may still be on its way.
    await expect.poll(() => page.getByText("정상").count(), { timeout: 20_000 }).toBe(5);
    await page.getByText("처리하지 못한 메시지가 없어요.").waitFor();
    await page.getByText("결재 진행").waitFor();
  });

  it.for(["/admin/system", "/admin/audit"] as const)(
    "E59: %s does not exist for a department head",
    async (path, { open }) => {
      const page = await open(path, { as: "sungho.park" });
      await page.getByText("페이지를 찾을 수 없어요").waitFor();
    },
  );
});
