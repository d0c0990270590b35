import type { CalendarDate } from "@erp/contracts/dates";
import { describe, expect, it } from "vitest";
import { endOfQuiet, isWanted, lastStruck, mailLanguageOf, nextDigest } from "./notifications.preferences.rules";

const at = (time: string, day = "2026-11-20") => new Date(`${day}T${time}:00+09:00`);

describe("a choice", () => {
  it("that nobody made is the default's: all in the portal, by mail what waits for the person", () => {
    expect(isWanted(undefined, "APPROVAL_COMMENTED", "IN_APP")).toBe(true);
    expect(isWanted(undefined, "APPROVAL_COMMENTED", "EMAIL")).toBe(false);
    expect(isWanted(undefined, "APPROVAL_REQUESTED", "EMAIL")).toBe(true);
  });

  it("holds for its kind and channel alone", () => {
    const preferences = { choices: { APPROVAL_REQUESTED: { EMAIL: false } } };
    expect(isWanted(preferences, "APPROVAL_REQUESTED", "EMAIL")).toBe(false);
    expect(isWanted(preferences, "APPROVAL_REQUESTED", "IN_APP")).toBe(true);
    expect(isWanted(preferences, "LEAVE_EXPIRING", "EMAIL")).toBe(true);
  });
});

it.each([
  [undefined, "ko"],
  [{ language: "en", mailLanguage: null }, "en"],
  [{ language: "en", mailLanguage: "ko" }, "ko"],
  [{ language: "ko", mailLanguage: "en" }, "en"],
] as const)("mails of somebody who has %o speak %s", (preferences, expected) => {
  expect(mailLanguageOf(preferences)).toBe(expected);
});

describe("quiet hours", () => {
  const night = { from: "22:00", to: "07:30" };
  const lunch = { from: "12:00", to: "13:00" };

  it.each([
    [night, "21:59", at("21:59")],
    [night, "22:00", at("07:30", "2026-11-21")],
    [night, "23:59", at("07:30", "2026-11-21")],
    [night, "00:00", at("07:30")],
    [night, "07:29", at("07:30")],
    [night, "07:30", at("07:30")],
    [night, "12:00", at("12:00")],
    [lunch, "11:59", at("11:59")],
    [lunch, "12:00", at("13:00")],
    [lunch, "12:59", at("13:00")],
    [lunch, "13:00", at("13:00")],
    [null, "03:00", at("03:00")],
  ])("%o at %s hold a mail until %s", (quietHours, time, expected) => {
    expect(endOfQuiet(quietHours, at(time))).toEqual(expected);
  });
});

describe("the digest's hour", () => {
  it.each([
    [8, "07:59", at("08:00", "2026-11-19")],
    [8, "08:00", at("08:00")],
    [8, "23:00", at("08:00")],
    [0, "00:00", at("00:00")],
  ])("%i struck last before %s at %s", (hour, time, expected) => {
    expect(lastStruck(hour, at(time))).toEqual(expected);
  });

  it("is tomorrow's where today had a digest already", () => {
    expect(nextDigest(18, at("12:00"), null)).toEqual(at("18:00"));
    expect(nextDigest(18, at("12:00"), "2026-11-20" as CalendarDate)).toEqual(at("18:00", "2026-11-21"));
    expect(nextDigest(8, at("12:00"), "2026-11-20" as CalendarDate)).toEqual(at("08:00", "2026-11-21"));
  });
});
