import { expect, it } from "vitest";
import { auditFiltersQuery, readAuditFilters } from "./audit-filters";

const person = "01JDCA5N8QG7X2M4R6T9VWYZ0B";

it("filters stand in the address and are read from it again", () => {
  const query = `?action=leave.adjusted&actor=${person}&from=2026-11-01&to=2026-11-30`;
  const filters = readAuditFilters(new URLSearchParams(query));
  expect(filters).toEqual({ action: "leave.adjusted", actorId: person, from: "2026-11-01", to: "2026-11-30" });
  expect(auditFiltersQuery(filters)).toBe(query);
  expect(auditFiltersQuery({})).toBe("");
});

it("what cannot be read is left out", () => {
  expect(readAuditFilters(new URLSearchParams("action=everything&actor=me&from=yesterday&subject="))).toEqual({});
});
