import type { DocumentId } from "@erp/contracts/ids";
import { describe, expect, it } from "vitest";
import { inboxHref, isShownAt, readInboxLocation } from "./inbox-location";

const documentId = "01JDCA5N8QG7X2M4R6T9VWYZ0B";

describe("the inbox's address", () => {
  it("names the box, the document and the filters", () => {
    const location = readInboxLocation(
      `/approvals/done/${documentId}`,
      new URLSearchParams("search=서버&status=APPROVED&from=2026-11-01"),
    );
    expect(location).toEqual({
      box: "DONE",
      documentId,
      filters: { search: "서버", status: "APPROVED", from: "2026-11-01" },
    });
  });

  it.each([
    `/approvals/mine/${documentId}?search=A%26B&formCode=EXPENSE&to=2026-12-31`,
    `/approvals/${documentId}`,
    "/approvals/waiting",
  ])("writes %s as it was read", (href) => {
    const url = new URL(href, "http://portal");
    expect(inboxHref(readInboxLocation(url.pathname, url.searchParams))).toBe(href);
  });

  it("knows a document's own address, in whichever box it lies", () => {
    expect(readInboxLocation(`/approvals/${documentId}`, new URLSearchParams())).toEqual({
      box: null,
      documentId,
      filters: {},
    });
  });

  it.each(["/approvals", "/approvals/elsewhere", "/approvals/waiting/nonsense"])(
    "shows what waits at %s",
    (pathname) => {
      expect(readInboxLocation(pathname, new URLSearchParams("status=LOST&from=yesterday&search="))).toEqual({
        box: "WAITING",
        documentId: null,
        filters: {},
      });
    },
  );

  it.each([
    [`/approvals/waiting/${documentId}`, true],
    ["/approvals/waiting/01JDCA5N8QG7X2M4R6T9VWYZ0C", false],
    ["/approvals/waiting", false],
    [`/approvals/done/${documentId}`, false],
    [`/approvals/${documentId}`, false],
    [`/people/waiting/${documentId}`, false],
    ["/", false],
  ])("%s shows the document among the waiting: %s", (pathname, isShown) => {
    expect(isShownAt(pathname, "WAITING", documentId as DocumentId)).toBe(isShown);
  });
});
