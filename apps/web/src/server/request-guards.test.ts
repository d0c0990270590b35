import { describe, expect, it } from "vitest";
import { MAX_BODY_BYTES, MAX_UPLOAD_BYTES, refusalBeforeReading } from "./request-guards";
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

  it("that carry a file, alone, may be as large as a file", () => {
    const upload = (url: string, size: number) =>
      refusalBeforeReading(
        incoming({ method: "POST", url, headers: { origin: ours, "content-length": String(size) } }),
        ours,
      )?.status;
    expect(upload("/api/trpc/files.upload?batch=1", MAX_UPLOAD_BYTES)).toBeUndefined();
    expect(upload("/api/trpc/files.upload", MAX_UPLOAD_BYTES + 1)).toBe(413);
    expect(upload("/api/trpc/files.upload,quests.report?batch=1", MAX_UPLOAD_BYTES)).toBe(413);
    expect(upload("/api/v1/files.upload", MAX_UPLOAD_BYTES)).toBe(413);
  });

  it("are not those that read: a link from another site works", () => {
    expect(refusal("GET", { "sec-fetch-site": "cross-site" })).toBeNull();
  });
});
