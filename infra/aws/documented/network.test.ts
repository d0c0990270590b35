import { describe, expect, it } from "vitest";
import { resourcesOf, synthesize } from "../../testing/synthesized";
import { subnetCidr } from "../stacks/network/addresses";

const dev = synthesize("dev");
const prod = synthesize("prod");
const cidrs = (where: typeof dev) => resourcesOf(where, "aws_subnet").map(({ values }) => values.cidr_block);
const zones = (where: typeof dev) =>
  new Set(resourcesOf(where, "aws_subnet").map(({ values }) => values.availability_zone));

describe("the documented network", () => {
  it("VPC 10.0.0.0/16 with the documented subnets in 2a and 2c", () => {
    expect(resourcesOf(dev, "aws_vpc").map(({ values }) => values.cidr_block)).toEqual(["10.0.0.0/16"]);
    const documented = ["10.0.1.0/24", "10.0.2.0/24", "10.0.10.0/24", "10.0.11.0/24", "10.0.20.0/24", "10.0.21.0/24"];
    expect(cidrs(dev).sort()).toEqual([...documented].sort());
    expect(zones(dev)).toEqual(new Set(["ap-northeast-2a", "ap-northeast-2c"]));
  });

  it("prod adds a third zone, so that the loss of one leaves Kafka's quorum", () => {
    expect(zones(prod)).toEqual(new Set(["ap-northeast-2a", "ap-northeast-2b", "ap-northeast-2c"]));
    expect(cidrs(prod)).toEqual(
      expect.arrayContaining(["public", "app", "data"].map((tier) => subnetCidr(tier as "app", 2))),
    );
  });

  it("NAT as configured: one in dev, one per zone in prod", () => {
    expect(resourcesOf(dev, "aws_nat_gateway")).toHaveLength(1);
    expect(resourcesOf(prod, "aws_nat_gateway")).toHaveLength(3);
    const natOf = resourcesOf(prod, "aws_route").flatMap(({ values }) => values.nat_gateway_id ?? []);
    expect(new Set(natOf).size).toBe(3);
  });

  it("data subnets have routes of their own, and no way out", () => {
    const out = resourcesOf(prod, "aws_route").filter(({ values }) => values.destination_cidr_block === "0.0.0.0/0");
    expect(out.filter(({ values }) => String(values.route_table_id).includes("data-routes"))).toEqual([]);
    expect(out.length).toBeGreaterThan(0);
  });

  it("S3 by a gateway endpoint, and every flow is logged", () => {
    expect(resourcesOf(prod, "aws_vpc_endpoint")[0]?.values).toMatchObject({
      vpc_endpoint_type: "Gateway",
      service_name: "com.amazonaws.ap-northeast-2.s3",
    });
    expect(resourcesOf(prod, "aws_flow_log")[0]?.values.traffic_type).toBe("ALL");
  });

  it("nothing gets a public address by itself", () => {
    for (const { values } of resourcesOf(prod, "aws_subnet")) expect(values.map_public_ip_on_launch).toBe(false);
  });
});
