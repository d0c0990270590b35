import type { DocumentId } from "@erp/contracts/ids";
import { expect, it } from "vitest";
import { AT } from "../testing/build-document";
import { fromCursor, rangesBefore, toCursor } from "./approvals.paging.rules";

const id = "01JDCA5N8QG7X2M4R6T9VWYZ0B" as DocumentId;

it("a cursor leads back to its position", () => {
  expect(fromCursor(toCursor({ listedAt: AT, documentId: id }))).toEqual({ listedAt: AT, documentId: id });
});

it.each(["", "nonsense", `x.${id}`, `1.${id}.2`, "1.x", `-1.${id}`, `99999999999999999999.${id}`])(
  "%j is no cursor",
  (cursor) => {
    expect(() => fromCursor(cursor)).toThrow(expect.objectContaining({ code: "request.invalid" }));
  },
);

it.each(["MINE", "ALL", "DRAFTS"] as const)(
  "the ranges of %s are all of time, without gap or overlap, newest first",
  (box) => {
    const ranges = rangesBefore(box, AT);
    expect(ranges[0]?.before).toBeNull();
    expect(ranges.at(-1)?.from).toBeNull();
    for (const [index, range] of ranges.slice(1).entries()) expect(range.before).toEqual(ranges[index]?.from);
  },
);
