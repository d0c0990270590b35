import { addDays, type CalendarDate, startOfKoreanDay } from "@erp/contracts/dates";
import type { EventEnvelope } from "@erp/contracts/events";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "../context";
import { adjustLeave } from "../leave/leave.adjustments.mutations";
import { explainLeave, leaveBalance } from "../leave/leave.balance.queries";
import { cancelLeave } from "../leave/leave.cancellations.mutations";
import { requestLeave } from "../leave/leave.requests.mutations";
import { rewardReactions } from "../leave/leave.rewards.reactions";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { leaveFor } from "../testing/leave-for";
import { eventsOf } from "../testing/records";
import { type TestContext, testContext } from "../testing/test-context";
import { correctAttendance } from "./attendance.corrections.mutations";
import { checkIn, checkOut, closeForgottenDays } from "./attendance.mutations";
import { attendanceMonth, attendanceToday } from "./attendance.queries";
import { listTeam } from "./attendance.team.queries";

let test: TestContext;
let person: EmployeeRow;
let me: Ctx;
let hr: Ctx;

beforeAll(async () => {
  test = await testContext();
  hr = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "HR_ADMIN" }));
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set("2026-11-20T09:00:00+09:00");
  person = await buildEmployee(test.ctx);
  me = actingAs(test.ctx, person);
});

const FIRST_DAY = "2026-01-05" as CalendarDate;
const hoursOf = (day: CalendarDate) => ({ checkedInAt: at(day, 9), checkedOutAt: at(day, 18) });
const at = (day: CalendarDate, hour: number) => new Date(startOfKoreanDay(day).getTime() + hour * 3_600_000);
const correct = (day: CalendarDate, isPresent: boolean) =>
  correctAttendance(hr, { employeeId: person.id, day, hours: isPresent ? hoursOf(day) : null, reason: "기록 정정" });

/** Attends so many distinct days, every second one, by their check-ins. */
async function attend(days: number): Promise<void> {
  for (let index = 0; index < days; index += 1) {
    test.clock.set(at(addDays(FIRST_DAY, 2 * index), 9).toISOString());
    await checkIn(me);
  }
}

const rewardEvents = async () =>
  (await eventsOf(test.ctx, person.id)).filter(({ name }) => name.startsWith("attendance.reward"));
const balance = async () => (await leaveBalance(me, {})).availableMinutes;

async function deliver(event: EventEnvelope | undefined, times = 1): Promise<void> {
  const reaction = rewardReactions[event?.name as keyof typeof rewardReactions] as (
    ctx: Ctx,
    event: EventEnvelope,
  ) => Promise<void>;
  await Promise.all(Array.from({ length: times }, () => reaction(test.ctx, event as EventEnvelope)));
}

describe("check-in", () => {
  it("E17: the first counts, a second of the same day is refused and changes nothing", async () => {
    expect(await checkIn(me)).toMatchObject({
      attendedDays: 1,
      progress: 1,
      daysToReward: 29,
      attendance: { day: "2026-11-20" },
    });
    const refusal = await expectRefusal(checkIn(me), "attendance.already-checked-in");
    expect(refusal.message).toBe("You have checked in already.");
    expect(await attendanceToday(me)).toMatchObject({ attendedDays: 1 });
    expect((await eventsOf(test.ctx, person.id)).map(({ name }) => name)).toEqual(["attendance.checked-in"]);
  });

  it("E18: 20 at once make one row and count one", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => checkIn(me)));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect(await attendanceMonth(me, { month: "2026-11" })).toHaveLength(1);
    expect((await attendanceToday(me)).attendedDays).toBe(1);
  });

  it.each([
    ["2026-11-19T23:59:00+09:00", "2026-11-20T00:01:00+09:00", 2],
    ["2026-11-20T08:59:00+09:00", "2026-11-20T09:01:00+09:00", 1],
    ["2028-02-29T23:59:00+09:00", "2028-03-01T00:01:00+09:00", 2],
  ])("E21: %s and %s are %i days in Korea", async (first, second, days) => {
    test.clock.set(first);
    await checkIn(me);
    test.clock.set(second);
    await checkIn(me).catch(() => {});
    expect((await attendanceToday(me)).attendedDays).toBe(days);
  });

  it("E22: the history has the newest day first", async () => {
    await attend(3);
    expect((await attendanceMonth(me, { month: "2026-01" })).map(({ day }) => day)).toEqual([
      "2026-01-09",
      "2026-01-07",
      "2026-01-05",
    ]);
  });
});

describe("check-out", () => {
  it("E23: records the hours once", async () => {
    await expectRefusal(checkOut(me), "attendance.not-checked-in");
    await checkIn(me);
    test.clock.set("2026-11-20T18:30:59+09:00");
    expect((await checkOut(me)).attendance).toMatchObject({ workedMinutes: 570, closing: "PERSON" });
    test.clock.set("2026-11-20T19:00:00+09:00");
    await expectRefusal(checkOut(me), "attendance.already-checked-out");
    expect((await attendanceToday(me)).attendance?.workedMinutes).toBe(570);
  });

  it("after midnight ends the day before", async () => {
    await checkIn(me);
    test.clock.set("2026-11-21T01:00:00+09:00");
    await closeForgottenDays(test.ctx);
    expect(await attendanceToday(me)).toMatchObject({ attendance: null, openYesterday: { day: "2026-11-20" } });
    expect((await checkOut(me)).openYesterday).toBeNull();
    expect(await attendanceMonth(me, { month: "2026-11" })).toMatchObject([{ day: "2026-11-20", workedMinutes: 960 }]);
  });

  it("a forgotten one is ended and flagged, once, without hours that nobody knows", async () => {
    test.clock.set("2027-03-02T09:00:00+09:00");
    await closeForgottenDays(test.ctx);
    await checkIn(me);
    test.clock.set("2027-03-03T06:00:00+09:00");
    expect((await attendanceToday(me)).openYesterday).toBeNull();
    expect([await closeForgottenDays(test.ctx), await closeForgottenDays(test.ctx)]).toEqual([1, 0]);
    expect(await attendanceMonth(me, { month: "2027-03" })).toMatchObject([
      { closing: "FORGOTTEN", workedMinutes: null, checkedOutAt: null },
    ]);
    await expectRefusal(checkOut(me), "attendance.not-checked-in");
  });
});

describe("the reward of 30 days", () => {
  it("E19, E20: the 30th and the 60th day earn a day each, announced once and paid once however often it is delivered", async () => {
    await attend(29);
    expect(await rewardEvents()).toEqual([]);
    test.clock.set(at(addDays(FIRST_DAY, 58), 9).toISOString());
    expect(await checkIn(me)).toMatchObject({
      attendedDays: 30,
      progress: 0,
      daysToReward: 30,
      rewards: 1,
      hasEarnedToday: true,
    });
    const [first] = await rewardEvents();
    expect(first).toMatchObject({ name: "attendance.reward-earned", data: { employeeId: person.id, milestone: 1 } });
    await deliver(first, 5);
    await deliver(first);
    expect(await balance()).toBe(480);
    expect(await explainLeave(me, {})).toMatchObject([
      { kind: "GRANT", minutes: 480, actor: null, lot: { key: `attendance:${person.id}:1`, rule: "ATTENDANCE-30" } },
    ]);
    for (let index = 30; index < 60; index += 1) {
      test.clock.set(at(addDays(FIRST_DAY, 2 * index), 9).toISOString());
      await checkIn(me);
    }
    await deliver((await rewardEvents())[1]);
    expect(await balance()).toBe(960);
  }, 60_000);

  it("30 days entered at once in parallel announce one reward", async () => {
    const days = Array.from({ length: 30 }, (_, index) => addDays(FIRST_DAY, index));
    await Promise.all(days.map((day) => correct(day, true)));
    expect(await rewardEvents()).toHaveLength(1);
  });

  it("a correction takes the 30th day back before it was spent: REVERSE; attending again pays again", async () => {
    await attend(30);
    await deliver((await rewardEvents())[0]);
    await correct(addDays(FIRST_DAY, 4), false);
    await deliver((await rewardEvents())[1], 3);
    expect(await balance()).toBe(0);
    expect((await explainLeave(me, {})).map(({ kind }) => kind)).toEqual(["REVERSE", "GRANT"]);
    await correct(addDays(FIRST_DAY, 4), true);
    await deliver((await rewardEvents())[2]);
    expect(await balance()).toBe(480);
  });

  it("a correction after it was spent leaves no debt, and earning it again is not paid twice", async () => {
    await attend(30);
    await deliver((await rewardEvents())[0]);
    await adjustLeave(hr, { employeeId: person.id, leaveMinutes: -480, reason: "used before the portal" });
    await correct(addDays(FIRST_DAY, 4), false);
    await deliver((await rewardEvents())[1]);
    expect(await balance()).toBe(0);
    await correct(addDays(FIRST_DAY, 4), true);
    await deliver((await rewardEvents())[2]);
    expect(await balance()).toBe(0);
  });

  it("a reward taken back while its day is held goes when the request is withdrawn", async () => {
    await attend(30);
    await deliver((await rewardEvents())[0]);
    const boss = await buildEmployee(test.ctx, { role: "MANAGER", departmentId: person.departmentId });
    const { id } = await requestLeave(me, leaveFor([boss.id], { from: "2026-03-16" }, 480));
    await correct(addDays(FIRST_DAY, 4), false);
    await deliver((await rewardEvents())[1], 2);
    expect(await balance()).toBe(0);
    await cancelLeave(me, { requestId: id, reason: "다음에 쓸게요" });
    expect(await balance()).toBe(0);
    expect((await explainLeave(me, {})).map(({ kind }) => kind).sort()).toEqual([
      "GRANT",
      "HOLD",
      "RELEASE",
      "REVERSE",
    ]);
    await correct(addDays(FIRST_DAY, 4), true);
    await deliver((await rewardEvents())[2], 2);
    expect(await balance()).toBe(480);
  });

  it("a reward earned again after its lot has ended can be taken for another year", async () => {
    await attend(30);
    await deliver((await rewardEvents())[0]);
    await correct(addDays(FIRST_DAY, 4), false);
    await deliver((await rewardEvents())[1]);
    test.clock.set("2027-05-03T09:00:00+09:00");
    await checkIn(me);
    await deliver((await rewardEvents())[2], 2);
    expect(await balance()).toBe(480);
    expect((await leaveBalance(me, {})).lots).toMatchObject([{ startsOn: "2027-05-03", expiresOn: "2028-05-02" }]);
  });
});

describe("who may", () => {
  it("E4: managers see their people's days and team, others do not; only HR corrects", async () => {
    const boss = await buildEmployee(test.ctx, { role: "MANAGER", departmentId: person.departmentId });
    const stranger = await buildEmployee(test.ctx, { role: "MANAGER" });
    const peer = await buildEmployee(test.ctx, { departmentId: person.departmentId });
    await checkIn(me);
    const month = { employeeId: person.id, month: "2026-11" };
    expect(await attendanceMonth(actingAs(test.ctx, boss), month)).toHaveLength(1);
    await expectRefusal(attendanceMonth(actingAs(test.ctx, stranger), month), "request.forbidden");
    await expectRefusal(attendanceMonth(actingAs(test.ctx, peer), month), "request.forbidden");
    await expectRefusal(listTeam(actingAs(test.ctx, peer), { limit: 30 }), "request.forbidden");
    const correction = { employeeId: person.id, day: FIRST_DAY, hours: hoursOf(FIRST_DAY), reason: "x" };
    await expectRefusal(correctAttendance(actingAs(test.ctx, boss), correction), "request.forbidden");
    const team = async () => (await listTeam(actingAs(test.ctx, boss), { limit: 30 })).items;
    expect(Object.fromEntries((await team()).map((member) => [member.person.id, member.presence]))).toEqual({
      [person.id]: "IN",
      [boss.id]: "MISSING",
      [peer.id]: "MISSING",
    });
    test.clock.set("2026-11-21T10:00:00+09:00");
    expect((await team()).map((member) => member.presence)).toEqual(["OFF", "OFF", "OFF"]);
  });

  it("a correction must lie in its day and in the past, and remove what is there", async () => {
    const tomorrow = {
      employeeId: person.id,
      day: "2026-11-21" as CalendarDate,
      hours: hoursOf("2026-11-21" as CalendarDate),
      reason: "x",
    };
    await expectRefusal(correctAttendance(hr, tomorrow), "attendance.outside-day");
    await expectRefusal(correctAttendance(hr, { ...tomorrow, day: FIRST_DAY }), "attendance.outside-day");
    await expectRefusal(correct(FIRST_DAY, false), "attendance.not-recorded");
  });

  it("a correction must lie in the time of employment: a slip of the year earns nothing", async () => {
    const day = addDays(person.hireDate, -1);
    const early = { employeeId: person.id, day, hours: hoursOf(day), reason: "x" };
    await expectRefusal(correctAttendance(hr, early), "attendance.not-employed");
    await test.ctx.mysql.query("UPDATE employees SET left_on = ? WHERE id = ?", [person.hireDate, person.id]);
    const late = addDays(person.hireDate, 1);
    const afterwards = { ...early, day: late, hours: hoursOf(late) };
    await expectRefusal(correctAttendance(hr, afterwards), "attendance.not-employed");
  });
});
