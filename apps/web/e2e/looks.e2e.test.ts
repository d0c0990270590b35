import { describe, expect } from "vitest";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import type { DemoPerson } from "./demo-people";
import { it } from "./portal-test";
import { takePicture } from "./screenshots";

const pages: [name: string, path: string, as?: DemoPerson][] = [
  ["sign-in", "/sign-in"],
  ["sign-up", "/sign-up"],
  ["confirm", "/confirm?email=somebody%40hanbit.example"],
  ["forgot-password", "/forgot-password"],
  ["reset-password", "/new-password?email=somebody%40hanbit.example"],
  ["first-password", "/new-password"],
  ["people", "/people", "haneul.kim"],
  ["people-empty", "/people?search=nobody", "haneul.kim"],
  ["roster", "/admin/people", "jimin.han"],
  ["departments", "/admin/departments", "jimin.han"],
  ["dashboard-staff", "/", "haneul.kim"],
  ["dashboard-manager", "/", "sungho.park"],
  ["attendance", "/attendance", "haneul.kim"],
  ["attendance-earlier", "/attendance?month=2026-09", "haneul.kim"],
  ["attendance-empty", "/attendance?month=2020-01", "haneul.kim"],
  ["attendance-team", "/attendance/team", "sungho.park"],
  ["quests-staff", "/quests", "haneul.kim"],
  ["quests-manager", "/quests", "sungho.park"],
  ["quest-budgets", "/admin/quest-budgets", "jimin.han"],
  ["leave", "/leave", "haneul.kim"],
  ["leave-request", "/leave/new", "haneul.kim"],
  ["leave-team", "/leave/team", "sungho.park"],
  ["leave-why", "/leave/why", "haneul.kim"],
  ["leave-admin", "/admin/leave", "sungho.park"],
  ["holidays", "/admin/holidays", "jimin.han"],
  ["audit", "/admin/audit", "jimin.han"],
  ["audit-empty", "/admin/audit?from=2035-01-01", "jimin.han"],
  ["system", "/admin/system", "jimin.han"],
  ["not-found", "/nowhere", "haneul.kim"],
];

describe.each(pages)("%s", (name, path, as) => {
  const who = as ? { as } : {};

  it.for(["light", "dark"] as const)("E60: has nothing that axe finds, %s", async (theme, { open }) => {
    const page = await open(path, { ...who, theme });
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectAccessible(page);
    await takePicture(page, `${name}-1440-${theme}-ko`);
  });

  it.for(["ko", "en"] as const)("E60: fits a phone of 360 px, %s", async (language, { open }) => {
    const page = await open(path, { ...who, width: 360, language, theme: language === "en" ? "dark" : "light" });
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await expectNoSidewaysScroll(page);
    await takePicture(page, `${name}-360-${language}`);
  });
});

it("E60: a person's page has nothing that axe finds and fits a phone", async ({ open }) => {
  const page = await open("/people?search=%EA%B0%95%EC%86%8C%EC%97%B0", { as: "jimin.han", width: 360 });
  await page.getByRole("link", { name: /강소연/ }).click();
  await page.getByRole("heading", { name: "보직 이력" }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await takePicture(page, "person-360-ko");
});
