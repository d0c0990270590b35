import type { DocumentId } from "@erp/contracts/ids";
import { describe, expect, it } from "vitest";
import { draftAddress, draftIn } from "./draft-address";

const id = "01JDCA5N8QG7X2M4R6T9VWYZ0B" as DocumentId;

describe("the address of a draft", () => {
  it("names the draft", () => {
    expect(draftIn(draftAddress(id))).toBe(id);
  });

  it.each([
    "/approvals/new",
    "/approvals/drafts",
    "/approvals/drafts/",
    `/approvals/mine/${id}`,
    "/approvals/drafts/x",
  ])("%s is none", (pathname) => {
    expect(draftIn(pathname)).toBeNull();
  });
});
