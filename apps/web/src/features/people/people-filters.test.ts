import { describe, expect, it } from "vitest";
import { peopleFiltersQuery, readPeopleFilters } from "./people-filters";

const department = "01JDCA5N8QG7X2M4R6T9VWYZ0B";

describe("filters of a list of people", () => {
  it("E59: survive a reload: what is written to the address is read back", () => {
    const filters = readPeopleFilters(
      new URLSearchParams(`search=김 & 박&department=${department}&position=BUJANG&status=LEAVER`),
    );
    expect(readPeopleFilters(new URLSearchParams(peopleFiltersQuery(filters)))).toEqual(filters);
    expect(filters.position).toBe("BUJANG");
  });

  it("leave out what an address has no business saying", () => {
    expect(readPeopleFilters(new URLSearchParams("department=1&position=KING&status=&search=%20"))).toEqual({});
  });

  it("leave a clean address when nothing is chosen", () => {
    expect(peopleFiltersQuery({})).toBe("");
  });

  it("cut a search to what the server accepts", () => {
    expect(readPeopleFilters(new URLSearchParams({ search: "가".repeat(300) })).search).toHaveLength(100);
  });
});
