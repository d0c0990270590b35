import { silentLog } from "@erp/telemetry/log";
import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { answerInsteadOfNext, callsIn } from "./answer";
import { createRateLimits } from "./rate-limits";
import { createSessionIdReader } from "./session-cookie";
import type { Surroundings } from "./surroundings";
import { incoming } from "./testing/incoming";

const secret = "a-secret-that-is-long-enough-for-a-test";

/** The server's surroundings with a session store that answers as given. */
function surroundings(isSignedIn: () => Promise<boolean>): Surroundings {
  return {
    api: { isSignedIn } as Partial<Surroundings["api"]> as Surroundings["api"],
    env: { PUBLIC_URL: "http://localhost:3000", TRUSTED_PROXY_HOPS: 0 } as Surroundings["env"],
    origin: "http://localhost:3000",
    log: silentLog,
    readSessionId: createSessionIdReader(secret),
    rateLimits: createRateLimits({ person: 100, source: 100 }, async () => new Map()),
  };
}

const away = () => Promise.reject(new Error("Redis is away"));
const cookie = async () =>
  `locale=en; erp-session=${await encode({ token: { sub: "session-1" }, secret, maxAge: 60 })}`;

describe("a page while the session store is away", () => {
  it("is a 503 that says to try again, not a sign-out", async () => {
    const request = incoming({ url: "/people", headers: { cookie: await cookie() } });
    const response = await answerInsteadOfNext(surroundings(away), request);
    expect(response?.status).toBe(503);
    expect(response?.headers.get("retry-after")).toBe("10");
    expect(await response?.text()).toContain("Try again");
    expect(response?.headers.get("set-cookie")).toBeNull();
  });

  it("is still served to people who have no session to lose", async () => {
    expect(await answerInsteadOfNext(surroundings(away), incoming({ url: "/sign-in" }))).toBeNull();
  });

  it("does not stop the files a page is made of", async () => {
    const request = incoming({ url: "/_next/static/chunk.js", headers: { cookie: await cookie() } });
    expect(await answerInsteadOfNext(surroundings(away), request)).toBeNull();
  });

  it("is the page's own business when the session has ended", async () => {
    const request = incoming({ url: "/people", headers: { cookie: await cookie() } });
    expect(
      await answerInsteadOfNext(
        surroundings(async () => false),
        request,
      ),
    ).toBeNull();
  });
});

describe("one person's flood", () => {
  it("is one person's, however many cookies the session has", async () => {
    const limits = createRateLimits({ person: 2, source: 100 }, async () => new Map());
    const portal = { ...surroundings(async () => true), rateLimits: limits };
    const statusOfNext = async () => {
      const request = incoming({ url: "/people", headers: { cookie: await cookie() } });
      return (await answerInsteadOfNext(portal, request))?.status ?? 200;
    };
    expect([await statusOfNext(), await statusOfNext(), await statusOfNext()]).toEqual([200, 200, 429]);
    limits.stop();
  });

  it("is counted by the calls of a batch", () => {
    expect(callsIn("/api/trpc/leave.mine")).toBe(1);
    expect(callsIn("/api/trpc/leave.mine,approvals.counts%2Cemployees.me")).toBe(3);
    expect(callsIn("/people,places")).toBe(1);
  });
});
