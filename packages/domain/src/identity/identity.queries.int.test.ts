import { openRedis } from "@erp/db/redis/client";
import { redisKeys } from "@erp/db/redis/keys";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Ctx } from "../context";
import { endSessionsOf, readSession, SESSION_SECONDS, type Session, storeSession } from "../sessions";
import { TEST_PASSWORD } from "../testing/accounts";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { confirmed, newSource, signedIn, ticketOf } from "../testing/sign-in";
import { type TestContext, testContext } from "../testing/test-context";
import { exchangeTicket, signIn, signOut } from "./identity.mutations";
import { confirmActor, findSession } from "./identity.queries";
import { refreshTokens } from "./identity.tokens.mutations";

let test: TestContext;
let ctx: Ctx;

beforeAll(async () => {
  test = await testContext();
  ctx = test.ctx;
  test.clock.followRealTime();
  await buildDepartment(ctx, { code: "SALES", nameKo: "영업팀" });
});
afterAll(() => test.close());

describe("a session", () => {
  it("E7: names the same person on every call and lives on while it is used", async () => {
    const actor = await signedIn(ctx, await confirmed(ctx));
    await ctx.redis.expire(redisKeys.session(actor.sessionId), 30);
    expect(await findSession(ctx, actor.sessionId)).toEqual(actor);
    expect(await ctx.redis.ttl(redisKeys.session(actor.sessionId))).toBeGreaterThan(SESSION_SECONDS - 5);
    expect(await findSession(ctx, "made-up")).toBeNull();
  });

  it("signing out ends that one and leaves the others", async () => {
    const email = await confirmed(ctx);
    const [here, there] = [await signedIn(ctx, email), await signedIn(ctx, email)];
    await signOut({ ...ctx, actor: here });
    expect(await findSession(ctx, here.sessionId)).toBeNull();
    expect(await findSession(ctx, there.sessionId)).toMatchObject({ id: here.id });
    await endSessionsOf(ctx, here.id);
    expect(await findSession(ctx, there.sessionId)).toBeNull();
  });

  it("is not opened with a role that changed while signing in", async () => {
    const email = await confirmed(ctx);
    const { id } = await signedIn(ctx, email);
    const promoteWhileListing = async (...given: Parameters<typeof ctx.redis.sadd>) => {
      await ctx.mysql.query("UPDATE employees SET role = 'MANAGER' WHERE id = ?", [id]);
      return ctx.redis.sadd(...given);
    };
    const redis = new Proxy(ctx.redis, {
      get: (target, name) => (name === "sadd" ? promoteWhileListing : bound(target, name)),
    });
    const result = await signIn({ ...ctx, redis }, { email, password: TEST_PASSWORD }, newSource());
    expect(await exchangeTicket(ctx, ticketOf(result))).toMatchObject({ role: "MANAGER" });
  });

  it("MySQL has the last word on role and department before a change", async () => {
    const employee = await buildEmployee(ctx, { role: "STAFF" });
    const claimed = actingAs(ctx, { ...employee, role: "HR_ADMIN" });
    expect(await confirmActor(claimed)).toMatchObject({ id: employee.id, role: "STAFF" });
  });

  it("answers request.unavailable while Redis is away, not signed out", async () => {
    const redis = openRedis("redis://127.0.0.1:9/0");
    await expectRefusal(findSession({ ...ctx, redis }, "any"), "request.unavailable");
    redis.disconnect();
  });
});

describe("tokens", () => {
  it("are renewed by one of many calls when they are about to run out", async () => {
    const actor = await signedIn(ctx, await confirmed(ctx));
    const refresh = vi.fn(ctx.identity.refresh);
    const later = whenTokensExpire({ ...ctx.identity, refresh });
    const before = await ctx.redis.get(redisKeys.session(actor.sessionId));
    await Promise.all([1, 2, 3, 4, 5].map(() => findSession(later, actor.sessionId)));
    await expect.poll(() => ctx.redis.get(redisKeys.session(actor.sessionId))).not.toBe(before);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(await findSession(ctx, actor.sessionId)).toEqual(actor);
  });

  it("that are refused end the session, those that cannot be asked about do not", async () => {
    const { id, role, departmentId } = await buildEmployee(ctx);
    const tokens = { accessToken: "a", refreshToken: "never-issued", expiresAt: new Date(0) };
    const sessionId = await storeSession(ctx, { employeeId: id, role, departmentId, tokens }, 60);
    const refresh = () => Promise.reject(new Error("the service is away"));
    expect(await findSession({ ...ctx, identity: { ...ctx.identity, refresh } }, sessionId)).toMatchObject({ id });
    await expect.poll(() => ctx.redis.exists(redisKeys.tokenRefresh(sessionId))).toBe(1);
    await ctx.redis.del(redisKeys.tokenRefresh(sessionId));
    expect(await findSession(ctx, sessionId)).toMatchObject({ id });
    await expect.poll(() => findSession(ctx, sessionId)).toBeNull();
  });

  it("a renewal does not bring back a session that was ended meanwhile", async () => {
    const { id, sessionId } = await signedIn(ctx, await confirmed(ctx));
    const session = await readSession(ctx, sessionId);
    const refresh = async (token: string) => {
      await endSessionsOf(ctx, id);
      return ctx.identity.refresh(token);
    };
    await refreshTokens({ ...ctx, identity: { ...ctx.identity, refresh } }, sessionId, session as Session);
    expect(await findSession(ctx, sessionId)).toBeNull();
  });
});

/** A context in which tokens made now are about to run out. */
function whenTokensExpire(identity: Ctx["identity"]): Ctx {
  const almostAnHourLater = new Date(ctx.clock.now().getTime() + 57 * 60_000);
  return { ...ctx, identity, clock: { now: () => almostAnHourLater } };
}

function bound(target: object, name: string | symbol): unknown {
  const value = Reflect.get(target, name);
  return typeof value === "function" ? value.bind(target) : value;
}
