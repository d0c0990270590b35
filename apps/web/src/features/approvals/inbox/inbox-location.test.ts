import { describe, expect, it } from "vitest";
import { inboxHref, readInboxLocation } from "./inbox-location";

const documentId = "01JDCA5N8QG7X2M4R6T9VWYZ0B";

describe("the inbox's address", () => {
  it("names the box, the document and the filters", () => {
    const location = readInboxLocation(`/approvals/done/${documentId}`, new URLSearchParams("search=서버&status=APPROVED&from=2026-11-01"));
    expect(location).toEqual({ box: "DONE", documentId, filters: { search: "서버", status: "APPROVED", from: "2026-11-01" } });
  });

  it("is written back as it was read", () => {
    const href = `/approvals/mine/${documentId}?search=A%26B&formCode=EXPENSE&to=2026-12-31`;
    const url = new URL(href, "http://portal");
    const location = readInboxLocation(url.pathname, url.searchParams);
    expect(location && inboxHref(location)).toBe(href);
  });

  it("leaves out what does not parse", () => {
    const location = readInboxLocation("/approvals/waiting/nonsense", new URLSearchParams("status=LOST&from=yesterday&search="));
    expect(location).toEqual({ box: "WAITING", documentId: null, filters: {} });
  });

  it.each(["/", "/approvals", "/approvals/elsewhere", `/approvals/mine/${documentId}/more`])("does not know %s", (pathname) => {
    expect(readInboxLocation(pathname, new URLSearchParams())).toBeNull();
  });
});
