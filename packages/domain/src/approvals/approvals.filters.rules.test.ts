import { listBoxInput } from "@erp/contracts/approvals";
import { expect, it } from "vitest";
import { filtersOf } from "./approvals.filters.rules";

/** Of these numbers, those that a search in the index of numbers comes to. */
function comeTo(search: string, numbers: readonly string[]): string[] {
  const [filter] = filtersOf(listBoxInput.parse({ box: "ALL", search })) as [{ number: Record<string, string> }];
  const { $eq, $gte = $eq, $lt } = filter.number;
  return numbers.filter((number) => number >= String($gte) && ($lt ? number < $lt : number === $eq));
}

it("a family's number comes to its revisions and to no longer number", () => {
  const family = ["EXP-2026-000123", "EXP-2026-000123-R2", "EXP-2026-000123-R10"];
  const strangers = ["EXP-2026-000122-R2", "EXP-2026-000124", "EXP-2026-0001230", "EXP-2026-0001234-R2"];
  expect(comeTo("EXP-2026-000123", [...family, ...strangers])).toEqual(family);
  expect(comeTo("EXP-2026-000123-R2", [...family, ...strangers])).toEqual(["EXP-2026-000123-R2"]);
});
