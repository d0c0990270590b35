import { silentLog } from "@erp/telemetry/log";
import { describe, expect, it } from "vitest";
import { createRateLimits } from "./rate-limits";
import { answerRestCall, isRestPath } from "./rest-endpoint";
import type { Surroundings } from "./surroundings";
import { incoming } from "./testing/incoming";

type Seen = { token: string | null; locale: string; source: string };

/** The server's surroundings with an API that notes who asked and is then away. */
function surroundings(person = 100): { surroundings: Surroundings; seen: Seen[] } {
  const seen: Seen[] = [];
  const createTokenContext = async (call: Seen) => {
    seen.push(call);
    throw new Error("away");
  };
  const parts = {
    api: { createTokenContext } as unknown as Surroundings["api"],
    env: { TRUSTED_PROXY_HOPS: 0 } as Surroundings["env"],
    origin: "https://erp.example",
    log: silentLog,
    readSessionId: async () => "a session that must not matter",
    rateLimits: createRateLimits({ person, source: 100 }, async () => new Map()),
  };
  return { surroundings: parts, seen };
}

function ask(
  parts: Surroundings,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Response> {
  const request = new Request(`https://erp.example${path}`, { method, headers });
  return answerRestCall(parts, incoming({ url: path, method, headers }), request);
}

describe("the API for integrations", () => {
  it("takes the token, never the cookie", async () => {
    const { surroundings: parts, seen } = surroundings();
    await ask(parts, "/api/v1/employees/me", { authorization: "Bearer a.b.c", "accept-language": "fr, en-GB;q=0.8" });
    await ask(parts, "/api/v1/employees/me", { cookie: "erp-session=stolen" });
    expect(seen).toMatchObject([
      { token: "a.b.c", locale: "en" },
      { token: null, locale: "ko" },
    ]);
  });

  it("a change may come from any program: there is no cookie that a foreign page could misuse", async () => {
    const { surroundings: parts, seen } = surroundings();
    const foreign = { authorization: "Bearer a.b.c", origin: "https://elsewhere.example" };
    await ask(parts, "/api/v1/attendance/check-in", foreign, "POST");
    expect(seen).toHaveLength(1);
  });

  it("is limited for each token", async () => {
    const { surroundings: parts } = surroundings(2);
    const statusFor = async (token: string) =>
      (await ask(parts, "/api/v1/employees/me", { authorization: `Bearer ${token}` })).status;
    expect([await statusFor("one"), await statusFor("one"), await statusFor("one")]).toEqual([503, 503, 429]);
    expect(await statusFor("two")).toBe(503);
    const refused = await ask(parts, "/api/v1/employees/me", { authorization: "Bearer one", "accept-language": "en" });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ status: 429, code: "request.too-many" });
  });

  it("refuses what is too large before reading it", async () => {
    const { surroundings: parts, seen } = surroundings();
    const headers = { authorization: "Bearer a.b.c", "content-length": "300000" };
    expect((await ask(parts, "/api/v1/approvals", headers, "POST")).status).toBe(413);
    expect(seen).toEqual([]);
  });

  it("describes itself to everybody, with the portal's own address", async () => {
    const { surroundings: parts } = surroundings();
    const answer = await ask(parts, "/api/v1/openapi.json");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ servers: [{ url: "https://erp.example/api/v1" }] });
  });

  it("tells nothing of what went wrong inside", async () => {
    const { surroundings: parts } = surroundings();
    expect(await (await ask(parts, "/api/v1/employees/me")).text()).not.toContain("Error");
    expect(isRestPath("/api/v10/employees")).toBe(false);
  });
});
