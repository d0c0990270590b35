import { expect, it } from "vitest";
import { table } from "./table";

it("a table lines up, text to the left and figures to the right", () => {
  expect(
    table(
      ["operation", "p99"],
      [
        ["결재", "7"],
        ["submit", "1,250"],
      ],
    ),
  ).toBe(
    ["| operation |   p99 |", "|-----------|------:|", "| 결재        |     7 |", "| submit    | 1,250 |"].join("\n"),
  );
});
