import { describe, expect, it } from "vitest";
import { wire } from "./wire";

const instant = new Date("2026-03-09T01:02:03.004Z");

function throughTheWire(value: unknown): unknown {
  return wire.deserialize(JSON.parse(JSON.stringify(wire.serialize(value))));
}

describe("what travels between portal and browser", () => {
  it.each([
    ["an instant", instant],
    ["instants inside", { items: [{ at: instant, until: null, title: "연차" }], nextCursor: null }],
    ["plain values", { text: "2026-03-09T01:02:03.004Z", count: 3, isOpen: false, nothing: null, list: [1, "둘"] }],
    ["an empty answer", {}],
    ["a list", [instant, "글"]],
  ])("%s arrives as it was", (_, value) => {
    expect(throughTheWire(value)).toEqual(value);
  });

  it("lets a call without input be one", () => {
    expect(wire.deserialize(wire.serialize(undefined))).toBeUndefined();
  });

  it("leaves the sender's value as it is", () => {
    const value = { items: [{ at: instant }] };
    wire.serialize(value);
    expect(value).toEqual({ items: [{ at: instant }] });
  });

  it.each([
    ["no instant", { $date: "gestern" }],
    ["no text", { $date: { deeper: "2026-03-09" } }],
  ])("does not believe a tag around %s", (_, value) => {
    expect(wire.deserialize(structuredClone(value))).toEqual(value);
  });

  it("does not follow endless nesting", () => {
    const nested = JSON.parse("[".repeat(50_000) + "]".repeat(50_000));
    expect(wire.deserialize(nested)).toBe(nested);
    expect(wire.serialize(nested)).toBe(nested);
  });

  it("sets nobody's prototype", () => {
    wire.deserialize(JSON.parse('{"__proto__": {"isAdmin": true, "at": {"$date": "2026-03-09T00:00:00.000Z"}}}'));
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});
