import { describe, expect, it } from "vitest";
import { deadlineState } from "./deadline";

describe("how a deadline stands", () => {
  it.each([
    ["2026-11-24T08:59:59.999Z", "AHEAD"],
    ["2026-11-24T09:00:00.000Z", "SOON"],
    ["2026-11-25T08:59:59.999Z", "SOON"],
    ["2026-11-25T09:00:00.000Z", "PAST"],
  ])("at %s it is %s", (now, state) => {
    expect(deadlineState(new Date("2026-11-25T09:00:00.000Z"), new Date(now))).toBe(state);
  });
});
