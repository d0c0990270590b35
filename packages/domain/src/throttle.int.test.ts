import { afterAll, beforeAll, expect, it } from "vitest";
import { expectRefusal } from "./testing/expect-refusal";
import { type TestContext, testContext } from "./testing/test-context";
import { countAttempt, type Limit } from "./throttle";

let test: TestContext;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

it("the first attempt of a process counts while other commands wait for their packet, and brings nothing down", async () => {
  const limit: Limit = { name: "first", attempts: 1, seconds: 60 };
  await test.ctx.redis.ping();
  const waiting = test.ctx.redis.get("anything");
  await countAttempt(test.ctx, limit, "somebody");
  expect(await waiting).toBeNull();
  await expectRefusal(countAttempt(test.ctx, limit, "somebody"), "identity.throttled");
});
