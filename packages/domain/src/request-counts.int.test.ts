import { afterAll, beforeAll, expect, it } from "vitest";
import { addRequestCounts } from "./request-counts";
import { type TestContext, testContext } from "./testing/test-context";

let test: TestContext;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

it("what several processes count is added up, by window, and forgotten after it", async () => {
  const add = (window: number, counts: [string, number][]) => addRequestCounts(test.ctx, window, new Map(counts));
  expect(
    await add(1, [
      ["a", 3],
      ["b", 1],
    ]),
  ).toEqual(
    new Map([
      ["a", 3],
      ["b", 1],
    ]),
  );
  expect(await add(1, [["a", 4]])).toEqual(new Map([["a", 7]]));
  expect(await add(2, [["a", 1]])).toEqual(new Map([["a", 1]]));
  const keys = await test.ctx.redis.keys("*");
  expect(keys.some((key) => key.includes("a:"))).toBe(false);
  for (const key of keys) expect(await test.ctx.redis.ttl(key)).toBeGreaterThan(60);
});
