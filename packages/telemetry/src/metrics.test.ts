import { expect, it } from "vitest";
import { metricNames } from "./metric-names";
import { registry } from "./metrics";

it("E62: what is exported under our name is what alarms and dashboards are compared with", () => {
  const exported = registry.getMetricsAsArray().map(({ name }) => name);
  expect(exported.filter((name) => name.startsWith("erp_")).sort()).toEqual(Object.values(metricNames).sort());
});

it("E62: durations can be told apart around the 120 ms that were promised", async () => {
  const { buckets } = registry.getSingleMetric(metricNames.procedureDuration) as unknown as { buckets: number[] };
  expect(buckets).toEqual(expect.arrayContaining([0.1, 0.12, 0.15]));
});
