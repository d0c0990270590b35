import { expect, it } from "vitest";
import { fullnessOf } from "./fullness";

it.each([
  [null, 0],
  [239, 1],
  [479, 2],
  [480, 3],
] as const)("%s minutes have depth %i", (minutes, depth) => {
  expect(fullnessOf(minutes)).toBe(depth);
});
