import { describe, expect, it } from "vitest";
import { parts, readPlan } from "./options";

describe("the command line of the measurements", () => {
  it("measures everything when nothing is asked for", () => {
    const plan = readPlan([]);
    expect(plan).toMatchObject({ parts, rounds: 3, connections: [10, 50, 100], sizes: [1_000, 100_000, 1_000_000] });
    expect(plan.operationsSize).toBe(100_000);
  });

  it("is one short round on small sizes with --quick", () => {
    expect(readPlan(["--quick"])).toMatchObject({ rounds: 1, sizes: [1_000, 10_000], operationsSize: 10_000 });
  });

  it("takes the parts named with --only", () => {
    expect(readPlan(["--only", "submit, decide"]).parts).toEqual(["submit", "decide"]);
    expect(() => readPlan(["--only", "sumbit"])).toThrow("there is no sumbit");
  });

  it.each([
    ["200000", [1_000, 100_000, 200_000], 100_000],
    ["50000", [1_000, 50_000], 50_000],
  ])("ends at --documents %s", (documents, sizes, operationsSize) => {
    expect(readPlan(["--documents", documents])).toMatchObject({ sizes, operationsSize });
  });

  it.each(["1000", "many", "1.5"])("refuses --documents %s", (documents) => {
    expect(() => readPlan(["--documents", documents])).toThrow("whole number above 1000");
  });
});
