import { describe, expect, it } from "vitest";
import { buildOperation, buildResult, steady } from "../testing/build-result";
import { reportOf } from "./markdown";

describe("the report", () => {
  it("describes the machine and leaves out what was not measured", () => {
    const report = reportOf(buildResult());
    expect(report).toContain("2 cores (a processor), 8 GiB of memory");
    expect(report).not.toContain("## Under load");
    expect(report).not.toContain("## The same lists");
  });

  it("puts the old system's figures and the ratio beside ours", () => {
    const report = reportOf(buildResult({ operations: [buildOperation({ requestsPerSecond: steady(1_670) })] }));
    expect(report).toMatch(/\| directory +\| list of 1,000 employees +\| +50 \| 1,670 \| +167 \| +10× \|/);
  });

  it("never hides refusals or lost effects", () => {
    const submit = buildOperation({ part: "submit", refused: { "503": 2 }, missingEffects: 4 });
    expect(reportOf(buildResult({ operations: [submit] }))).toContain("2 × 503, 4 × without effect");
  });

  it("orders a list by the size of the archive", () => {
    const list = (documents: number) => ({ ...buildOperation({ title: "my documents" }), documents });
    const report = reportOf(buildResult({ scale: [list(1_000_000), list(1_000)] }));
    const sizes = [...report.matchAll(/\| my documents +\| +([\d,]+) \|/g)].map(([, documents]) => documents);
    expect(sizes).toEqual(["1,000", "1,000,000"]);
  });
});
