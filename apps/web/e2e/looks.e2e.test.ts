import type { DemoPerson } from "./demo-people";
import { expectGoodLooks, settle } from "./look";
import { it } from "./portal-test";

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
  ["leave-register", "/admin/leave/register", "jimin.han"],
  ["holidays", "/admin/holidays", "jimin.han"],
  ["forms-admin", "/admin/forms", "jimin.han"],
  ["form-change", "/admin/forms/PUR", "jimin.han"],
  ["write-own-form", "/approvals/new?form=PUR", "haneul.kim"],
  ["audit", "/admin/audit", "jimin.han"],
  ["audit-empty", "/admin/audit?from=2035-01-01", "jimin.han"],
  ["system", "/admin/system", "jimin.han"],
  ["settings", "/settings", "taeyoon.jung"],
  ["not-found", "/nowhere", "haneul.kim"],
];

it.concurrent.for(pages)(
  "E60: %s looks right in both languages and themes, at 1440, 900 and 360 px",
  async (look, { open }) => {
    const [name, path, as] = look;
    await expectGoodLooks(await open(path, as ? { as } : {}), name);
  },
);

it("E60: a person's page looks right in both languages and themes", async ({ open }) => {
  const page = await open("/people?search=%EA%B0%95%EC%86%8C%EC%97%B0", { as: "jimin.han" });
  await page.getByRole("link", { name: /강소연/ }).click();
  await page.getByRole("heading", { name: "보직 이력" }).waitFor();
  await expectGoodLooks(page, "person", async () => {
    await page.getByRole("heading", { name: /^(보직 이력|History of posts)$/ }).waitFor();
    await settle(page);
  });
});
