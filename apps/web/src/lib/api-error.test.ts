import { describe, expect, it } from "vitest";
import { isWorthRetrying, refusalOf, sentenceOf } from "./api-error";

const refused = (code: string, params = {}) => Object.assign(new Error("no"), { data: { code, params, fields: {} } });

describe("what a failed call says", () => {
  it("is the catalog's sentence in the language of the page", () => {
    const error = refused("identity.throttled", { seconds: 30 });
    expect(sentenceOf(error, "ko")).toBe("시도가 너무 많아요. 30초 뒤에 다시 시도해 주세요.");
    expect(sentenceOf(error, "en")).toContain("30 seconds");
  });

  it.each([new TypeError("fetch failed"), refused("made.up"), { data: null }, undefined])(
    "is that the server is away for %s",
    (error) => {
      expect(refusalOf(error).code).toBe("request.unavailable");
      expect(isWorthRetrying(error)).toBe(true);
    },
  );

  it("is not asked again where asking changes nothing", () => {
    expect(isWorthRetrying(refused("request.forbidden"))).toBe(false);
  });
});
