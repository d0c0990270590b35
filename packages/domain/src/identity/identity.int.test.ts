import type { EmployeeId } from "@erp/contracts/ids";
import { openRedis } from "@erp/db/redis/client";
import { redisKeys } from "@erp/db/redis/keys";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Ctx } from "../context";
import { endSessionsOf, readSession, SESSION_SECONDS, type Session, storeSession } from "../sessions";
import { lastMailedCode, newAddress, TEST_PASSWORD } from "../testing/accounts";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { auditOf, eventsOf } from "../testing/records";
import { type TestContext, testContext } from "../testing/test-context";
import { answerNewPassword, exchangeTicket, signIn, signOut } from "./identity.mutations";
import { requestPasswordReset, resetPassword } from "./identity.password.mutations";
import { confirmActor, findSession } from "./identity.queries";
import { confirmSignUp, resendCode, signUp } from "./identity.sign-up.mutations";
import { refreshTokens } from "./identity.tokens.mutations";

let test: TestContext;
let ctx: Ctx;
let source: string;
let sources = 0;

beforeAll(async () => {
  test = await testContext();
  ctx = test.ctx;
  // Sessions count their tokens' time by this clock, the identity server by the real one.
  test.clock.set(new Date().toISOString());
  await buildDepartment(ctx, { code: "SALES", nameKo: "영업팀" });
});
afterAll(() => test.close());
beforeEach(() => {
  sources += 1;
  source = `10.1.0.${sources}`;
});

describe("signing up", () => {
  it("E1: makes exactly one employee, with the name and department chosen, at the first sign-in", async () => {
    const email = await confirmedSignUp({ name: "김새봄" });
    expect(await peopleAt(email)).toEqual([]);
    const actor = await signedInActor(email);
    await signedInActor(email);
    expect(await peopleAt(email)).toMatchObject([
      { id: actor.id, name: "김새봄", department: "영업팀", role: "STAFF", position: "SAWON", posts: 1 },
    ]);
    expect((await eventsOf(ctx, actor.id)).map(({ name }) => name)).toEqual(["employee.joined"]);
    expect((await auditOf(ctx, actor.id)).map(({ action }) => action)).toEqual(["employee.joined"]);
    expect(await ctx.mysql.query("SELECT * FROM sign_ups WHERE email = ?", [email])).toEqual([]);
  });

  it("E6: two first sign-ins at once make one employee", async () => {
    const email = await confirmedSignUp();
    const results = await Promise.all([1, 2, 3, 4].map(() => signIn(ctx, { email, password: TEST_PASSWORD }, source)));
    const actors = await Promise.all(results.map((result) => exchangeTicket(ctx, ticketOf(result))));
    expect(await peopleAt(email)).toHaveLength(1);
    expect(new Set(actors.map((actor) => actor?.id)).size).toBe(1);
    expect(await eventsOf(ctx, actors[0]?.id ?? "")).toHaveLength(1);
  });

  it("E5: two people of the same name, department and position are two people", async () => {
    const [one, other] = [await signedInActor(await confirmedSignUp()), await signedInActor(await confirmedSignUp())];
    expect(one.id).not.toBe(other.id);
  });

  it("is for addresses of the company and existing departments", async () => {
    const form = { password: TEST_PASSWORD, name: "김새봄", departmentCode: "SALES" };
    for (const email of ["someone@elsewhere.example", "someone@hanbit.example.evil.example", "a@sub.hanbit.example"]) {
      await expectRefusal(signUp(ctx, { ...form, email }, source), "identity.email-domain-not-allowed");
    }
    await expectRefusal(
      signUp(ctx, { ...form, email: newAddress(), departmentCode: "NOWHERE" }, source),
      "department.not-found",
    );
  });

  it("lets nobody change what another has chosen", async () => {
    const email = await confirmedSignUp({ name: "진짜 이름" });
    const intruder = { email, password: TEST_PASSWORD, name: "남의 이름", departmentCode: "SALES" };
    await expectRefusal(signUp(ctx, intruder, source), "identity.email-taken");
    const actor = await signedInActor(email);
    expect(await peopleAt(email)).toMatchObject([{ id: actor.id, name: "진짜 이름" }]);
    await expectRefusal(signUp(ctx, intruder, source), "identity.email-taken");
    expect(await ctx.mysql.query("SELECT * FROM sign_ups WHERE email = ?", [email])).toEqual([]);
  });

  it("keeps the latest of several sign-ups nobody confirmed, and mails codes again", async () => {
    const email = await unconfirmedSignUp({ name: "오타난 이름" });
    await signUp(ctx, { email, password: TEST_PASSWORD, name: "바른 이름", departmentCode: "SALES" }, source);
    await resendCode(ctx, { email }, source);
    await expectRefusal(confirmSignUp(ctx, { email, code: "000000" }, source), "identity.invalid-code");
    await expectRefusal(signIn(ctx, { email, password: TEST_PASSWORD }, source), "identity.not-confirmed");
    await confirmSignUp(ctx, { email, code: await lastMailedCode(email) }, source);
    await signedInActor(email);
    expect(await peopleAt(email)).toMatchObject([{ name: "바른 이름" }]);
  });
});

describe("signing in", () => {
  it("E8: answers a wrong password and an unknown address the same", async () => {
    const email = await confirmedSignUp();
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
    const email = await confirmedSignUp();
    const other = await confirmedSignUp();
    await Promise.allSettled(Array.from({ length: 10 }, () => signIn(ctx, { email, password: "Wrong!2026" }, source)));
    const refusal = await expectRefusal(
      signIn(ctx, { email, password: TEST_PASSWORD }, "10.9.9.9"),
      "identity.throttled",
    );
    expect(refusal.params.seconds).toBeGreaterThan(800);
    await signedInActor(other);
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
    const email = await confirmedSignUp();
    for (let signIns = 0; signIns < 12; signIns += 1) await signedInActor(email);
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
    const email = await confirmedSignUp();
    const actor = await signedInActor(email);
    await ctx.mysql.query("UPDATE employees SET status = 'LEAVER' WHERE id = ?", [actor.id]);
    await expectRefusal(signIn(ctx, { email, password: TEST_PASSWORD }, source), "identity.disabled");
    await expectRefusal(confirmActor({ ...ctx, actor }), "request.signed-out");
  });
});

describe("a ticket", () => {
  it("is good once, and for a minute", async () => {
    const result = await signIn(ctx, { email: await confirmedSignUp(), password: TEST_PASSWORD }, source);
    const key = redisKeys.signInTicket(ticketOf(result));
    expect(await ctx.redis.ttl(key)).toBeGreaterThan(55);
    expect(await ctx.redis.ttl(key)).toBeLessThanOrEqual(60);
    const exchanges = await Promise.all([1, 2, 3].map(() => exchangeTicket(ctx, ticketOf(result))));
    expect(exchanges.filter((actor) => actor !== null)).toHaveLength(1);
    expect(await exchangeTicket(ctx, "made-up")).toBeNull();
  });
});

describe("a session", () => {
  it("E7: names the same person on every call and lives on while it is used", async () => {
    const actor = await signedInActor(await confirmedSignUp());
    await ctx.redis.expire(redisKeys.session(actor.sessionId), 30);
    expect(await findSession(ctx, actor.sessionId)).toEqual(actor);
    expect(await ctx.redis.ttl(redisKeys.session(actor.sessionId))).toBeGreaterThan(SESSION_SECONDS - 5);
    expect(await findSession(ctx, "made-up")).toBeNull();
  });

  it("signing out ends that one and leaves the others", async () => {
    const email = await confirmedSignUp();
    const [here, there] = [await signedInActor(email), await signedInActor(email)];
    await signOut({ ...ctx, actor: here });
    expect(await findSession(ctx, here.sessionId)).toBeNull();
    expect(await findSession(ctx, there.sessionId)).toMatchObject({ id: here.id });
    await endSessionsOf(ctx, here.id);
    expect(await findSession(ctx, there.sessionId)).toBeNull();
  });

  it("is not opened with a role that changed while signing in", async () => {
    const email = await confirmedSignUp();
    const { id } = await signedInActor(email);
    const promoteWhileListing = async (...given: Parameters<typeof ctx.redis.sadd>) => {
      await ctx.mysql.query("UPDATE employees SET role = 'MANAGER' WHERE id = ?", [id]);
      return ctx.redis.sadd(...given);
    };
    const redis = new Proxy(ctx.redis, {
      get: (target, name) => (name === "sadd" ? promoteWhileListing : bound(target, name)),
    });
    const result = await signIn({ ...ctx, redis }, { email, password: TEST_PASSWORD }, source);
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

describe("tokens", () => {
  it("are renewed by one of many calls when they are about to run out", async () => {
    const actor = await signedInActor(await confirmedSignUp());
    const refresh = vi.fn(ctx.identity.refresh);
    const later = {
      ...ctx,
      clock: { now: () => new Date(Date.now() + 57 * 60_000) },
      identity: { ...ctx.identity, refresh },
    };
    const before = await ctx.redis.get(redisKeys.session(actor.sessionId));
    await Promise.all([1, 2, 3, 4, 5].map(() => findSession(later, actor.sessionId)));
    await vi.waitFor(async () => expect(await ctx.redis.get(redisKeys.session(actor.sessionId))).not.toBe(before));
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(await findSession(ctx, actor.sessionId)).toEqual(actor);
  });

  it("that are refused end the session, those that cannot be asked about do not", async () => {
    const { id, role, departmentId } = await buildEmployee(ctx);
    const tokens = { accessToken: "a", refreshToken: "never-issued", expiresAt: new Date(0) };
    const sessionId = await storeSession(ctx, { employeeId: id, role, departmentId, tokens }, 60);
    const refresh = () => Promise.reject(new Error("the service is away"));
    expect(await findSession({ ...ctx, identity: { ...ctx.identity, refresh } }, sessionId)).toMatchObject({ id });
    await vi.waitFor(async () => expect(await ctx.redis.exists(redisKeys.tokenRefresh(sessionId))).toBe(1));
    await ctx.redis.del(redisKeys.tokenRefresh(sessionId));
    expect(await findSession(ctx, sessionId)).toMatchObject({ id });
    await vi.waitFor(async () => expect(await findSession(ctx, sessionId)).toBeNull());
  });

  it("a renewal does not bring back a session that was ended meanwhile", async () => {
    const { id, sessionId } = await signedInActor(await confirmedSignUp());
    const session = await readSession(ctx, sessionId);
    const refresh = async (token: string) => {
      await endSessionsOf(ctx, id);
      return ctx.identity.refresh(token);
    };
    await refreshTokens({ ...ctx, identity: { ...ctx.identity, refresh } }, sessionId, session as Session);
    expect(await findSession(ctx, sessionId)).toBeNull();
  });
});

describe("a forgotten password", () => {
  it("E10: is reset with the mailed code, and whoever was signed in is out", async () => {
    const email = await confirmedSignUp();
    const actor = await signedInActor(email);
    await requestPasswordReset(ctx, { email }, source);
    await resetPassword(ctx, { email, code: await lastMailedCode(email), newPassword: "Daeboreum!2027" }, source);
    expect(await findSession(ctx, actor.sessionId)).toBeNull();
    await expectRefusal(signIn(ctx, { email, password: TEST_PASSWORD }, source), "identity.invalid-credentials");
    await signIn(ctx, { email, password: "Daeboreum!2027" }, source);
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

async function unconfirmedSignUp({ name = "김하늘" } = {}): Promise<string> {
  const email = newAddress();
  await signUp(ctx, { email, password: TEST_PASSWORD, name, departmentCode: "SALES" }, source);
  return email;
}

async function confirmedSignUp(chosen: { name?: string } = {}): Promise<string> {
  const email = await unconfirmedSignUp(chosen);
  await confirmSignUp(ctx, { email, code: await lastMailedCode(email) }, source);
  return email;
}

async function signedInActor(email: string) {
  const result = await signIn(ctx, { email, password: TEST_PASSWORD }, source);
  const actor = await exchangeTicket(ctx, ticketOf(result));
  if (actor === null) throw new Error("the ticket was not accepted");
  return actor;
}

function ticketOf(result: Awaited<ReturnType<typeof signIn>>): string {
  if (result.next !== "SIGNED_IN") throw new Error("not signed in");
  return result.ticket;
}

async function peopleAt(email: string): Promise<{ id: EmployeeId }[]> {
  return ctx.mysql.query(
    `SELECT person.id, person.name, person.role, person.position, department.name_ko AS department,
            (SELECT COUNT(*) FROM employee_posts WHERE employee_id = person.id) AS posts
       FROM employees person JOIN departments department ON department.id = person.department_id WHERE person.email = ?`,
    [email],
  );
}

function bound(target: object, name: string | symbol): unknown {
  const value = Reflect.get(target, name);
  return typeof value === "function" ? value.bind(target) : value;
}
