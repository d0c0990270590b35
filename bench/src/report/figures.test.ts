import { describe, expect, it } from "vitest";
import { megabytes, ranged, refusals, short } from "./figures";

describe("figures as they are printed", () => {
  it.each([
    [0.02534, "0.0253"],
    [99.96, "100"],
    [1234.5, "1,235"],
    [0, "0"],
    [Number.NaN, "–"],
    [null, "–"],
  ])("%d is %s", (value, text) => {
    expect(short(value)).toBe(text);
  });

  it("show the range of the rounds, if there was one", () => {
    expect(ranged({ median: 100, lowest: 90, highest: 120 })).toBe("100 (90–120)");
    expect(ranged({ median: 100, lowest: 100, highest: 100 })).toBe("100");
  });

  it("name what was refused", () => {
    expect(refusals({ "429": 3, "request timed out": 1 })).toBe("3 × 429, 1 × request timed out");
    expect(refusals({})).toBe("0");
  });

  it("tell nothing of memory that was not measured", () => {
    expect(megabytes(null)).toBe("–");
    expect(megabytes(310e6)).toBe("310 MB");
  });
});
