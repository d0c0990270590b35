import { describe, expect, it } from "vitest";
import { isInternal, sourceOf } from "./request-source";
import { incoming } from "./testing/incoming";

describe("where a request came from", () => {
  const forwarded = incoming({ from: "10.0.0.4", headers: { "x-forwarded-for": "6.6.6.6, 203.0.113.9" } });

  it("is the connection's address when no proxy of ours stands in front", () => {
    expect(sourceOf(forwarded, 0)).toBe("10.0.0.4");
  });

  it("is what our own proxy saw, not what the client claims", () => {
    expect(sourceOf(forwarded, 1)).toBe("203.0.113.9");
  });

  it("is the connection's address when the proxy said nothing", () => {
    expect(sourceOf(incoming({ from: "10.0.0.4" }), 1)).toBe("10.0.0.4");
  });

  it.each(["127.0.0.1", "::1", "::ffff:10.1.2.3", "172.31.0.9", "192.168.0.2", "fd00::1"])("%s is inside", (from) => {
    expect(isInternal(incoming({ from }))).toBe(true);
  });

  it.each(["203.0.113.7", "172.32.0.1", "11.0.0.1", "2001:db8::1"])("%s is outside", (from) => {
    expect(isInternal(incoming({ from }))).toBe(false);
  });

  it("whatever came through a proxy is outside", () => {
    expect(isInternal(incoming({ from: "127.0.0.1", headers: { "x-forwarded-for": "127.0.0.1" } }))).toBe(false);
  });
});
