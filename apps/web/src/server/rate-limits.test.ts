import { describe, expect, it } from "vitest";
import { createRateLimits } from "./rate-limits";

describe("rate limits", () => {
  it("refuse one person's flood and nobody else's requests", async () => {
    const limits = createRateLimits({ person: 2, source: 100 });
    const flood = { source: "office", sessionToken: "one" };
    expect(await limits.refusalFor(flood)).toBeNull();
    expect(await limits.refusalFor(flood)).toBeNull();
    expect(await limits.refusalFor(flood)).toMatchObject({ status: 429, code: "request.too-many" });
    expect(await limits.refusalFor({ source: "office", sessionToken: "two" })).toBeNull();
  });

  it("refuse one address that comes with many sessions", async () => {
    const limits = createRateLimits({ person: 100, source: 2 });
    await limits.refusalFor({ source: "bot", sessionToken: "one" });
    await limits.refusalFor({ source: "bot", sessionToken: "two" });
    const refusal = await limits.refusalFor({ source: "bot", sessionToken: "three" });
    expect(refusal?.params?.seconds).toBeGreaterThan(0);
    expect(await limits.refusalFor({ source: "elsewhere", sessionToken: null })).toBeNull();
  });
});
