import { expect, it } from "vitest";
import { sealName } from "./seal-name";

it.each([
  ["박서연", ["박", "서연"]],
  ["남궁민수", ["남궁", "민수"]],
  ["이준", ["이준"]],
  ["Alex Kim", ["AK"]],
  ["Maria", ["M"]],
])("%s fits a seal as %j", (name, lines) => {
  expect(sealName(name)).toEqual(lines);
});
