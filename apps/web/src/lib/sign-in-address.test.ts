import { describe, expect, it } from "vitest";
import { safeNext, signInAddress } from "./sign-in-address";

describe("the way back after a sign-in", () => {
  it("leads to the page the person wanted", () => {
    const address = new URL(signInAddress("/people?position=BUJANG&search=김"), "http://portal.example");
    expect(safeNext(address.searchParams.get("next"))).toBe(
      `/people?position=BUJANG&search=${encodeURIComponent("김")}`,
    );
    expect(safeNext("/approvals/waiting#history")).toBe("/approvals/waiting#history");
  });

  it.each([
    null,
    "",
    "https://elsewhere.example",
    "//elsewhere.example",
    "///elsewhere.example",
    "/\\elsewhere.example",
    "\\\\elsewhere.example",
    "/\t/elsewhere.example",
    "/\r/elsewhere.example",
    "/\n/elsewhere.example",
    "/\t\\elsewhere.example",
    "\t//elsewhere.example",
    "/.//elsewhere.example",
    "/people/..//elsewhere.example",
    "//[",
    "javascript:alert(1)",
    "/sign-in?next=/sign-in",
    "/people/../sign-in",
  ])("never leads to %s", (next) => {
    expect(safeNext(next)).toBe("/");
  });
});
