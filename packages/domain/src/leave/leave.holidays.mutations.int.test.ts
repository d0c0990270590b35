import type { CalendarDate } from "@erp/contracts/dates";
import { koreanHolidays } from "@erp/contracts/holidays-korea";
import { afterAll, beforeAll, expect, it } from "vitest";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { type TestContext, testContext } from "../testing/test-context";
import { removeHoliday, saveHoliday } from "./leave.holidays.mutations";
import { listHolidays } from "./leave.holidays.queries";

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

const day = "2027-05-14" as CalendarDate;
const bridgeDay = { day, kind: "COMPANY" as const, nameKo: "징검다리 휴무", nameEn: "Bridge day" };

it("the calendar begins with Korea's, and HR adds, renames and removes days", async () => {
  const hr = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "HR_ADMIN" }));
  expect(await listHolidays(hr, { year: 2027 })).toEqual(
    koreanHolidays.filter((holiday) => holiday.day.startsWith("2027")),
  );
  await saveHoliday(hr, bridgeDay);
  await saveHoliday(hr, { ...bridgeDay, nameEn: "Company day off" });
  expect((await listHolidays(hr, { year: 2027 })).filter((holiday) => holiday.day === day)).toEqual([
    { day, kind: "COMPANY", name: { ko: "징검다리 휴무", en: "Company day off" } },
  ]);
  await removeHoliday(hr, { day });
  await expectRefusal(removeHoliday(hr, { day }), "holiday.not-found");
});

it("managers may look, not change", async () => {
  const manager = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "MANAGER" }));
  await expectRefusal(saveHoliday(manager, bridgeDay), "request.forbidden");
  await expectRefusal(removeHoliday(manager, { day }), "request.forbidden");
});
