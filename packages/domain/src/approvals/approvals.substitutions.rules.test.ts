import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { describe, expect, it } from "vitest";
import { coversOf, isOverlapping, type NamedSubstitute, substitutionStateOn } from "./approvals.substitutions.rules";

const [boss, deputy, other] = ["boss", "deputy", "other"] as EmployeeId[] as [EmployeeId, EmployeeId, EmployeeId];
const day = (date: number) => `2026-11-${String(date).padStart(2, "0")}` as CalendarDate;
const named = (substituteId: EmployeeId, from?: number, to = from): NamedSubstitute => ({
  principalId: boss,
  substituteId,
  fromDay: from === undefined ? null : day(from),
  toDay: to === undefined ? null : day(to),
});
const away = (...dates: number[]) => dates.map((date) => ({ employeeId: boss, from: day(date), to: day(date) }));
const gone = [{ employeeId: boss, from: day(23), to: day(30) }];
const cover = (substituteId: EmployeeId, from: number, to = from) => ({
  principalId: boss,
  substituteId,
  from: day(from),
  to: day(to),
});

describe("who decides on which days", () => {
  it.each([
    ["nobody without a substitute", [], away(23), []],
    ["a dated one on their days, leave or not", [named(deputy, 23, 25)], [], [cover(deputy, 23, 25)]],
    ["a standing one on days of leave alone", [named(deputy)], away(23, 24), [cover(deputy, 23), cover(deputy, 24)]],
    ["a standing one never without leave", [named(deputy)], [], []],
    [
      "the dated one where both could",
      [named(deputy), named(other, 24)],
      away(23, 24),
      [cover(other, 24), cover(deputy, 23)],
    ],
    ["a standing one of somebody who has left on every day", [named(deputy)], gone, [cover(deputy, 23, 30)]],
    [
      "of somebody who has left the dated ones on their days, the standing one between them",
      [named(deputy), named(other, 27, 28), named(other, 20, 24)],
      gone,
      [cover(other, 27, 28), cover(other, 20, 24), cover(deputy, 25, 26), cover(deputy, 29, 30)],
    ],
    ["nobody standing where a dated one takes all", [named(deputy), named(other, 1, 30)], gone, [cover(other, 1, 30)]],
  ])("%s", (_, substitutes, daysAway, covers) => {
    expect(coversOf(substitutes, daysAway)).toEqual(covers);
  });

  it("another person's leave switches nobody on", () => {
    expect(coversOf([named(deputy)], [{ employeeId: other, from: day(23), to: day(23) }])).toEqual([]);
  });
});

it.each([
  ["days that touch", named(deputy, 23, 25), named(other, 25, 26), true],
  ["days beside each other", named(deputy, 23, 24), named(other, 25, 26), false],
  ["two standing ones", named(deputy), named(other), true],
  ["a standing one and a dated one", named(deputy), named(other, 23), false],
])("%s overlap: %#", (_, one, another, overlaps) => {
  expect([isOverlapping(one, another), isOverlapping(another, one)]).toEqual([overlaps, overlaps]);
});

it.each([
  ["COMING", named(deputy, 24), null, false],
  ["RUNNING", named(deputy, 23), null, true],
  ["ENDED", named(deputy, 23), null, false],
  ["ENDED", named(deputy, 22), null, false],
  ["ENDED", named(deputy, 24), new Date(), false],
  ["STANDING", named(deputy), null, false],
  ["RUNNING", named(deputy), null, true],
] as const)("on the 23rd it is %s", (state, substitution, endedAt, isAway) => {
  expect(substitutionStateOn({ ...substitution, endedAt }, day(23), isAway)).toBe(state);
});
