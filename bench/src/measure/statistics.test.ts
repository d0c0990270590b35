import { describe, expect, it } from "vitest";
import { ascending, latencyOf, median, percentile, spread } from "./statistics";

describe("percentiles", () => {
  const oneToHundred = ascending(Array.from({ length: 100 }, (_, index) => 100 - index));

  it.each([
    [50, 50],
    [99, 99],
    [100, 100],
    [0, 1],
  ])("takes the nearest rank: p%i of 1…100 is %i", (percent, expected) => {
    expect(percentile(oneToHundred, percent)).toBe(expected);
  });

  it("does not hide the only slow one among a few", () => {
    expect(latencyOf([1, 1, 1, 900])).toEqual({ p50: 1, p95: 900, p99: 900 });
  });

  it("sorts by number, not by text", () => {
    expect([...ascending([10, 9, 100])]).toEqual([9, 10, 100]);
  });

  it("is no number when nothing was measured", () => {
    expect(percentile(ascending([]), 50)).toBeNaN();
  });
});

describe("median and range", () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])("the median of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it("keeps the best and the worst round", () => {
    expect(spread([120, 80, 100])).toEqual({ median: 100, lowest: 80, highest: 120 });
  });
});
