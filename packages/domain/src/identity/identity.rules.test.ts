import { expect, it } from "vitest";
import { isCompanyAddress, isExpiringSoon } from "./identity.rules";

it.each([
  ["kim@hanbit.example", true],
  ["kim@branch.hanbit.example", true],
  ["kim@hanbit.example.evil.example", false],
  ["kim@nothanbit.example", false],
  ["kim@other.hanbit.example", false],
  ["hanbit.example@evil.example", false],
])("%s is of the company: %s", (email, expected) => {
  expect(isCompanyAddress(email, ["hanbit.example", "branch.hanbit.example"])).toBe(expected);
});

it("nobody signs up by themselves where no domain is named", () => {
  expect(isCompanyAddress("kim@hanbit.example", [])).toBe(false);
});

it.each([
  ["2026-11-20T00:05:01.000Z", false],
  ["2026-11-20T00:04:59.000Z", true],
  ["2026-11-19T00:00:00.000Z", true],
])("tokens until %s are expiring soon at midnight: %s", (expiresAt, expected) => {
  const tokens = { accessToken: "", refreshToken: "", expiresAt: new Date(expiresAt) };
  expect(isExpiringSoon(tokens, new Date("2026-11-20T00:00:00.000Z"))).toBe(expected);
});
