import { describe, expect, it } from "vitest";
import { MAX_BODY_BYTES, refusalBeforeReading } from "./request-guards";
import { incoming } from "./testing/incoming";

const ours = "https://portal.example";
const refusal = (method: string, headers: Partial<Record<string, string>>) =>
  refusalBeforeReading(incoming({ method, headers }), ours);

describe("requests that can change something", () => {
  it.each([
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-origin", origin: "https://alias.example" },
    { origin: ours },
  ])("E53: come from our pages: %o", (headers) => {
    expect(refusal("POST", headers)).toBeNull();
  });

  it.each([
    {},
    { origin: "null" },
    { origin: "https://portal.example.elsewhere.example" },
    { "sec-fetch-site": "cross-site", origin: ours },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
  ])("E53: are refused from elsewhere: %o", (headers) => {
    expect(refusal("POST", headers)?.code).toBe("request.foreign-origin");
    expect(refusal("DELETE", headers)?.status).toBe(403);
  });

  it("may be as large as the limit and no larger", () => {
    expect(refusal("POST", { origin: ours, "content-length": String(MAX_BODY_BYTES) })).toBeNull();
    expect(refusal("POST", { origin: ours, "content-length": String(MAX_BODY_BYTES + 1) })?.status).toBe(413);
    expect(refusal("POST", { origin: ours, "transfer-encoding": "chunked" })?.status).toBe(411);
  });

  it("are not those that read: a link from another site works", () => {
    expect(refusal("GET", { "sec-fetch-site": "cross-site" })).toBeNull();
  });
});
