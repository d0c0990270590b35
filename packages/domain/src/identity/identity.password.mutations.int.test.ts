import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "../context";
import { lastMailedCode, newAddress, TEST_PASSWORD } from "../testing/accounts";
import { buildDepartment } from "../testing/build-department";
import { expectRefusal } from "../testing/expect-refusal";
import { eventsOf } from "../testing/records";
import { confirmed, newSource, signedIn } from "../testing/sign-in";
import { type TestContext, testContext } from "../testing/test-context";
import { signIn } from "./identity.mutations";
import { requestPasswordReset, resetPassword } from "./identity.password.mutations";
import { findSession } from "./identity.queries";

let test: TestContext;
let ctx: Ctx;

beforeAll(async () => {
  test = await testContext();
  ctx = test.ctx;
  test.clock.followRealTime();
  await buildDepartment(ctx, { code: "SALES", nameKo: "영업팀" });
});
afterAll(() => test.close());

let source: string;
beforeEach(() => {
  source = newSource();
});

describe("a forgotten password", () => {
  it("E10: is reset with the mailed code, and whoever was signed in is out", async () => {
    const email = await confirmed(ctx);
    const actor = await signedIn(ctx, email);
    await requestPasswordReset(ctx, { email }, source);
    await resetPassword(ctx, { email, code: await lastMailedCode(email), newPassword: "Daeboreum!2027" }, source);
    expect(await findSession(ctx, actor.sessionId)).toBeNull();
    await expectRefusal(signIn(ctx, { email, password: TEST_PASSWORD }, source), "identity.invalid-credentials");
    await signIn(ctx, { email, password: "Daeboreum!2027" }, source);
  });

  it("is reset also while sessions cannot be ended at once: the event says that they are to be", async () => {
    const email = await confirmed(ctx);
    const actor = await signedIn(ctx, email);
    await requestPasswordReset(ctx, { email }, source);
    const redis = new Proxy(ctx.redis, {
      get: (target, name) => {
        if (name === "smembers") return () => Promise.reject(new Error("Redis is away"));
        const value: unknown = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const answer = { email, code: await lastMailedCode(email), newPassword: "Daeboreum!2027" };
    await resetPassword({ ...ctx, redis }, answer, source);
    expect((await eventsOf(ctx, actor.id)).map(({ name }) => name)).toContain("employee.password-reset");
  });

  it("answers the same for an address that nobody has, and guesses are throttled", async () => {
    const email = newAddress();
    await requestPasswordReset(ctx, { email }, source);
    const guess = { email, code: "123456", newPassword: "Daeboreum!2027" };
    for (let guesses = 0; guesses < 10; guesses += 1)
      await expectRefusal(resetPassword(ctx, guess, source), "identity.invalid-code");
    await expectRefusal(resetPassword(ctx, guess, source), "identity.throttled");
  });

  it("nobody is mailed without end", async () => {
    const email = newAddress();
    for (let mails = 0; mails < 5; mails += 1) await requestPasswordReset(ctx, { email }, source);
    await expectRefusal(requestPasswordReset(ctx, { email }, source), "identity.throttled");
  });
});
