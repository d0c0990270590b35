import { describe, expect, it } from "vitest";
import { formatCsv, parseCsv } from "./employees.csv.rules";

describe("a CSV file", () => {
  it.each<[string, string, string[][]]>([
    [
      "plain",
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "of Windows, with a mark in front",
      "\uFEFFa,b\r\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "with commas, quotes and lines in cells",
      '"a, b","say ""hi""","two\nlines"\n',
      [["a, b", 'say "hi"', "two\nlines"]],
    ],
    ["with empty cells", "a,,c\n,,\n", [["a", "", "c"]]],
    [
      "with blanks around",
      " a , b \n\n\n c,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["empty", "", []],
    ["with a quote that never ends", 'a,"b\nc', [["a", "b"], ["c"]]],
  ])("%s", (_, text, cells) => {
    expect(parseCsv(text).map((row) => row.cells)).toEqual(cells);
  });

  it("names lines as editors count them", () => {
    expect(parseCsv('a\n"two\nlines"\n\nd').map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it("is written so that it is read the same, and runs nothing in a spreadsheet", () => {
    const rows = [
      ["이름", "a,b", 'say "hi"'],
      ["=1+1", "-2", "two\nlines"],
    ];
    const text = formatCsv(rows);
    expect(text).toContain("'=1+1");
    expect(parseCsv(text).map(({ cells }) => cells)).toEqual(rows);
  });

  it("leaves numbers numbers, also below zero", () => {
    expect(formatCsv([["조정", -0.5]])).toBe("\uFEFF조정,-0.5\r\n");
  });
});
