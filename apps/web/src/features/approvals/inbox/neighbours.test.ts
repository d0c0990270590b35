import { expect, it } from "vitest";
import { neighbour, successor } from "./neighbours";

const rows = [{ id: "a" }, { id: "b" }, { id: "c" }];

it.each([
  ["a", 1, "b"],
  ["b", -1, "a"],
  ["c", 1, null],
  ["a", -1, null],
  [null, 1, "a"],
  ["gone", -1, "c"],
] as const)("from %s in direction %d comes %s", (id, direction, expected) => {
  expect(neighbour(rows, id, direction)?.id ?? null).toBe(expected);
});

it("goes on to the next row, at the end to the one before, and nowhere from the only one", () => {
  expect(successor(rows, "a")?.id).toBe("b");
  expect(successor(rows, "c")?.id).toBe("b");
  expect(successor([{ id: "a" }], "a")).toBeNull();
});
