import { Eip } from "@cdktn/provider-aws/lib/eip";
import { InternetGateway } from "@cdktn/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktn/provider-aws/lib/nat-gateway";
import { Route } from "@cdktn/provider-aws/lib/route";
import { RouteTable } from "@cdktn/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktn/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktn/provider-aws/lib/subnet";
import type { Vpc } from "@cdktn/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktn";
import type { Environment, Zone } from "../../../environments/environment";
import { named } from "../../parts/stack";
import { subnetCidr, type Tier, zoneName } from "./addresses";

export type Subnets = Record<Tier, Subnet[]> & { appRoutes: RouteTable[]; dataRoutes: RouteTable };

/** Three tiers in each zone: public holds ways out only, app the nodes, data the stores without any way out. */
export function createSubnets(stack: TerraformStack, environment: Environment, vpc: Vpc): Subnets {
  const { zones, nat } = environment.network;
  const tier = (name: Tier) => zones.map((zone, index) => createSubnet(stack, environment, vpc, name, zone, index));
  const subnets = { public: tier("public"), app: tier("app"), data: tier("data") };

  const gateway = new InternetGateway(stack, "internet", { vpcId: vpc.id });
  const publicRoutes = createRoutes(stack, environment, vpc, "public", subnets.public);
  new Route(stack, "public-internet", {
    routeTableId: publicRoutes.id,
    destinationCidrBlock: "0.0.0.0/0",
    gatewayId: gateway.id,
  });

  const wayOutSubnets = nat === "single" ? subnets.public.slice(0, 1) : subnets.public;
  const waysOut = wayOutSubnets.map((subnet, index) => createWayOut(stack, environment, gateway, subnet, index));
  const appRoutes = subnets.app.map((subnet, index) => {
    const zone = zones[index] as Zone;
    const routes = createRoutes(stack, environment, vpc, `app-${zone}`, [subnet]);
    const wayOut = waysOut[index] ?? waysOut[0];
    if (!wayOut) throw new Error("an environment needs at least one zone");
    new Route(stack, `app-${zone}-internet`, {
      routeTableId: routes.id,
      destinationCidrBlock: "0.0.0.0/0",
      natGatewayId: wayOut.id,
    });
    return routes;
  });
  return { ...subnets, appRoutes, dataRoutes: createRoutes(stack, environment, vpc, "data", subnets.data) };
}

function createSubnet(
  stack: TerraformStack,
  environment: Environment,
  vpc: Vpc,
  tier: Tier,
  zone: Zone,
  index: number,
): Subnet {
  return new Subnet(stack, `${tier}-${zone}`, {
    vpcId: vpc.id,
    cidrBlock: subnetCidr(tier, index),
    availabilityZone: zoneName(zone),
    // Even a public subnet gives nothing an address by itself.
    mapPublicIpOnLaunch: false,
    tags: { Name: named(environment, `${tier}-${zone}`), tier },
  });
}

function createWayOut(
  stack: TerraformStack,
  environment: Environment,
  gateway: InternetGateway,
  subnet: Subnet,
  index: number,
): NatGateway {
  const zone = environment.network.zones[index];
  const address = new Eip(stack, `nat-${zone}-address`, { domain: "vpc", dependsOn: [gateway] });
  return new NatGateway(stack, `nat-${zone}`, {
    allocationId: address.id,
    subnetId: subnet.id,
    tags: { Name: named(environment, `nat-${zone}`) },
  });
}

function createRoutes(
  stack: TerraformStack,
  environment: Environment,
  vpc: Vpc,
  name: string,
  subnets: readonly Subnet[],
): RouteTable {
  const routes = new RouteTable(stack, `${name}-routes`, { vpcId: vpc.id, tags: { Name: named(environment, name) } });
  subnets.forEach((subnet, index) => {
    new RouteTableAssociation(stack, `${name}-routes-${index}`, { routeTableId: routes.id, subnetId: subnet.id });
  });
  return routes;
}
