import { request as httpRequest } from "node:http";
import { describe, expect, it } from "vitest";
import { env } from "./env";

const origin = new URL(env.PUBLIC_URL).origin;

function call(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${env.PUBLIC_URL}${path}`, { redirect: "manual", ...init });
}

function post(path: string, headers: Record<string, string>, body = "{}"): Promise<Response> {
  return call(path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
}

async function codeOf(response: Response): Promise<string> {
  return (await response.json()).error.data.code;
}

describe("the server in front of the pages", () => {
  it("E61: says that it lives, and that everything it needs answers", async () => {
    expect((await call("/healthz")).status).toBe(200);
    const ready = await call("/readyz");
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: "ready", missing: [] });
  });

  it("E62: shows metrics inside the network, not to those who come through a proxy", async () => {
    expect(await (await call("/metrics")).text()).toContain("erp_procedure_duration_seconds");
    expect((await call("/metrics", { headers: { "x-forwarded-for": "203.0.113.9" } })).status).toBe(404);
  });

  it("E3: refuses calls without a session with 401, in the caller's language", async () => {
    const response = await call("/api/trpc/employees.me", { headers: { cookie: "locale=en" } });
    expect(response.status).toBe(401);
    const { error } = await response.json();
    expect(error).toMatchObject({ message: "Please sign in.", data: { code: "request.signed-out" } });
  });

  it.each([
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" }],
    ["another site of the same domain", { "sec-fetch-site": "same-site" }],
    ["an old browser on another site", { origin: "https://elsewhere.example" }],
    ["nowhere", {}],
  ])("E53: refuses changes from %s", async (_, headers) => {
    const refused = await post("/api/trpc/identity.signOut", headers);
    expect(refused.status).toBe(403);
    expect(await codeOf(refused)).toBe("request.foreign-origin");
    expect((await post("/api/auth/signout", headers)).status).toBe(403);
  });

  it("E53: signs nobody without a session into a channel", async () => {
    const body = new URLSearchParams({ socket_id: "1.2", channel_name: "private-employee-01JDCA5N8QG7X2M4R6T9VWYZ0B" });
    const response = await call("/api/realtime/auth", { method: "POST", headers: { origin }, body });
    expect(response.status).toBe(403);
  });

  it("refuses bodies that are too large, or of unknown size, without reading them", async () => {
    const large = await post("/api/trpc/identity.signIn", { origin }, "x".repeat(300 * 1024));
    expect(large.status).toBe(413);
    expect(await codeOf(large)).toBe("request.too-large");
    expect(await statusOfChunkedPost("/api/trpc/identity.signIn")).toBe(411);
  });

  it("refuses batches that are too long and bodies that are not JSON, with 400", async () => {
    const names = Array.from({ length: 13 }, () => "departments.choices").join(",");
    expect((await call(`/api/trpc/${names}?batch=1&input=%7B%7D`)).status).toBe(400);
    expect((await post("/api/trpc/identity.signIn", { origin }, "{not json")).status).toBe(400);
  });

  it("guards every page with a policy of its own and never shows it in a frame", async () => {
    const [first, second] = await Promise.all([call("/sign-in"), call("/sign-in")]);
    const policy = first.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}' 'strict-dynamic';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).not.toBe(second.headers.get("content-security-policy"));
    expect(first.headers.get("x-content-type-options")).toBe("nosniff");
    expect(first.headers.get("x-powered-by")).toBeNull();
  });
});

/** fetch always says how long a body is; a client that streams does not. */
function statusOfChunkedPost(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${env.PUBLIC_URL}${path}`, {
      method: "POST",
      headers: { origin, "transfer-encoding": "chunked" },
    });
    request.on("response", (response) => resolve(response.resume().statusCode)).on("error", reject);
    request.end("{}");
  });
}
