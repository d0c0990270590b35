import { describe, expect, it } from "vitest";
import type { Environment } from "../environments/environment";
import { allEnvironments } from "../environments/environments";
import { prod } from "../environments/prod";
import { resourcesOf, synthesize } from "../testing/synthesized";
import { countResources } from "./count-resources";
import { DOCUMENTED_USD, estimateMonth, totalOf } from "./estimate";

const costOf = (environment: Environment) =>
  estimateMonth(environment, countResources(synthesize(environment.name).resources));
const lineOf = (environment: Environment, what: RegExp) => costOf(environment).find((line) => what.test(line.what));

describe.each(allEnvironments)("a month of $name", (environment) => {
  it("stays within its budget, with some room and not too much", () => {
    const total = totalOf(costOf(environment));
    expect(total).toBeLessThan(environment.budgetUsd);
    expect(total).toBeGreaterThan(environment.budgetUsd * 0.7);
  });

  it("counts what the stacks make", () => {
    const synthesized = synthesize(environment.name);
    expect(lineOf(environment, /^NAT/)?.count).toBe(resourcesOf(synthesized, "aws_nat_gateway").length);
    expect(lineOf(environment, /^Keys/)?.count).toBe(resourcesOf(synthesized, "aws_kms_key").length);
    const [general] = resourcesOf(synthesized, "aws_eks_node_group").filter(({ id }) => id === "general-nodes");
    expect(general?.values.scaling_config).toMatchObject({ desired_size: lineOf(environment, /^Nodes/)?.count });
    expect(lineOf(environment, /^RDS MySQL/)?.what).toContain(
      String(resourcesOf(synthesized, "aws_db_instance")[0]?.values.instance_class),
    );
  });
});

describe("the estimate", () => {
  it("follows the sizes", () => {
    const smaller = { ...prod, database: { ...prod.database, isMultiAz: false } };
    expect(totalOf(costOf(smaller))).toBeLessThan(totalOf(costOf(prod)));
    const bigger = { ...prod, cluster: { ...prod.cluster, general: { ...prod.cluster.general, desired: 6 } } };
    expect(totalOf(costOf(bigger))).toBeGreaterThan(totalOf(costOf(prod)));
  });

  it("refuses a size that has no price", () => {
    const unknown = { ...prod, database: { ...prod.database, instanceClass: "db.x9.huge" } };
    expect(() => costOf(unknown)).toThrow("db.x9.huge");
  });

  it("knows the documented $191, and is honest about being above it", () => {
    for (const environment of allEnvironments) expect(totalOf(costOf(environment))).toBeGreaterThan(DOCUMENTED_USD);
  });
});
