import { describe, expect, it } from "vitest";
import { caretAfterGrouping, formatKrw, parseKrw, sayKrw } from "./amount-krw";

describe("amounts in won", () => {
  it.each([
    ["1,280,000", 1_280_000],
    ["₩ 1280000", 1_280_000],
    ["128만원", 1_280_000],
    ["1억 2000만", 120_000_000],
    ["3만 500", 30_500],
    ["", null],
    ["천원", null],
    ["-5", null],
    ["1.5", null],
  ])("reads %j as %s", (typed, expected) => {
    expect(parseKrw(typed)).toBe(expected);
  });

  it("writes them as each language does", () => {
    expect(formatKrw(1_280_000, "ko")).toBe("1,280,000원");
    expect(formatKrw(1_280_000, "en")).toBe("₩1,280,000");
  });

  it.each([
    ["1280|", "1,280|"],
    ["12|,280,000", "12|,280,000"],
    ["1,29|80,000", "12,9|80,000"],
    ["1,|80,000", "1|80,000"],
    ["|280,000", "|280,000"],
    ["1|280,000", "1|,280,000"],
    ["00|7", "|7"],
    ["0123|", "123|"],
  ])("leaves the caret of %j where it was, at %j", (typed, shown) => {
    const place = caretAfterGrouping(typed.replace("|", ""), typed.indexOf("|"), shown.replace("|", ""));
    expect(place).toBe(shown.indexOf("|"));
  });

  it.each([
    [1_280_000, "128만 원"],
    [120_005_000, "1억 2,000만 5,000 원"],
    [1_000_000_000_000, "1조 원"],
    [9_999, null],
  ])("says %d as %j", (amountKrw, expected) => {
    expect(sayKrw(amountKrw)).toBe(expected);
  });
});
