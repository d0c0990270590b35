import { openRedis } from "@erp/db/redis/client";
import { redisKeys } from "@erp/db/redis/keys";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "../context";
import { lastMailedCode, newAddress, TEST_PASSWORD } from "../testing/accounts";
import { buildDepartment } from "../testing/build-department";
import { buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { confirmed, newSource, signedIn, ticketOf } from "../testing/sign-in";
import { type TestContext, testContext } from "../testing/test-context";
import { answerNewPassword, exchangeTicket, signIn } from "./identity.mutations";
import { confirmActor } from "./identity.queries";

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

describe("signing in", () => {
  it("E8: answers a wrong password and an unknown address the same", async () => {
    const email = await confirmed(ctx);
    const wrong = await expectRefusal(
      signIn(ctx, { email, password: "Wrong!2026" }, source),
      "identity.invalid-credentials",
    );
    const unknown = await expectRefusal(
      signIn(ctx, { email: newAddress(), password: "Wrong!2026" }, source),
      "identity.invalid-credentials",
    );
    expect(unknown).toMatchObject({ message: wrong.message, params: wrong.params, fields: wrong.fields });
  });

  it("E8: throttles an address after ten wrong passwords, even for the right one, and others not", async () => {
    const email = await confirmed(ctx);
    const other = await confirmed(ctx);
    await Promise.allSettled(Array.from({ length: 10 }, () => signIn(ctx, { email, password: "Wrong!2026" }, source)));
    const refusal = await expectRefusal(
      signIn(ctx, { email, password: TEST_PASSWORD }, "10.9.9.9"),
      "identity.throttled",
    );
    expect(refusal.params.seconds).toBeGreaterThan(800);
    await signedIn(ctx, other);
  });

  it("E8: throttles a source after a hundred wrong passwords for whatever addresses", async () => {
    const guesses = Array.from({ length: 101 }, (_, index) =>
      signIn(ctx, { email: `guess-${index}@hanbit.example`, password: "Wrong!2026" }, source),
    );
    const codes = (await Promise.allSettled(guesses)).map((guess) =>
      guess.status === "rejected" ? guess.reason.code : "signed in",
    );
    expect(codes.filter((code) => code === "identity.throttled")).toHaveLength(1);
    expect(codes.filter((code) => code === "identity.invalid-credentials")).toHaveLength(100);
  });

  it("does not count right passwords: an office of many people shares one source", async () => {
    const email = await confirmed(ctx);
    for (let signIns = 0; signIns < 12; signIns += 1) await signedIn(ctx, email);
    const points = await ctx.redis.get(`${redisKeys.throttle}:sign-in-source:${source}`);
    expect(Number(points)).toBe(0);
  });

  it("an invited person chooses a password and becomes the person HR entered", async () => {
    const email = newAddress();
    const invitee = await buildEmployee(ctx, { email, name: "이초대", role: "MANAGER" });
    await ctx.identity.invite({ email, name: invitee.name });
    const first = await signIn(ctx, { email, password: await lastMailedCode(email) }, source);
    if (first.next !== "NEW_PASSWORD_REQUIRED") throw new Error("no new password was asked for");
    expect(first.challenge).not.toContain("@");
    const done = await answerNewPassword(ctx, { challenge: first.challenge, newPassword: TEST_PASSWORD });
    expect(await exchangeTicket(ctx, ticketOf(done))).toMatchObject({ id: invitee.id, role: "MANAGER" });
    await expectRefusal(
      answerNewPassword(ctx, { challenge: first.challenge, newPassword: TEST_PASSWORD }),
      "identity.ticket-expired",
    );
  });

  it("an account that neither HR nor a sign-up knows belongs to nobody here", async () => {
    const email = newAddress();
    await ctx.identity.createWithPassword({ email, name: "아무개", password: TEST_PASSWORD });
    await expectRefusal(signIn(ctx, { email, password: TEST_PASSWORD }, source), "identity.disabled");
  });

  it("E14: people who have left are kept out, whatever the identity service says", async () => {
    const email = await confirmed(ctx);
    const actor = await signedIn(ctx, email);
    await ctx.mysql.query("UPDATE employees SET status = 'LEAVER' WHERE id = ?", [actor.id]);
    await expectRefusal(signIn(ctx, { email, password: TEST_PASSWORD }, source), "identity.disabled");
    await expectRefusal(confirmActor({ ...ctx, actor }), "request.signed-out");
  });

  it("throttling goes on in memory while Redis is away", async () => {
    const redis = openRedis("redis://127.0.0.1:9/0");
    const away = { ...ctx, redis };
    const attempts = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      attempts.push(
        await signIn(away, { email: "away@hanbit.example", password: "Wrong!2026" }, source).catch(({ code }) => code),
      );
    }
    expect(attempts.slice(0, 10)).toEqual(Array(10).fill("identity.invalid-credentials"));
    expect(attempts[10]).toBe("identity.throttled");
    redis.disconnect();
  });
});

describe("a ticket", () => {
  it("is good once, and for a minute", async () => {
    const result = await signIn(ctx, { email: await confirmed(ctx), password: TEST_PASSWORD }, source);
    const key = redisKeys.signInTicket(ticketOf(result));
    expect(await ctx.redis.ttl(key)).toBeGreaterThan(55);
    expect(await ctx.redis.ttl(key)).toBeLessThanOrEqual(60);
    const exchanges = await Promise.all([1, 2, 3].map(() => exchangeTicket(ctx, ticketOf(result))));
    expect(exchanges.filter((actor) => actor !== null)).toHaveLength(1);
    expect(await exchangeTicket(ctx, "made-up")).toBeNull();
  });
});
