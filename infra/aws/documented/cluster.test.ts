import { describe, expect, it } from "vitest";
import { DEREGISTRATION_SECONDS } from "../../environments/leaving";
import { findManifest, manifestsOf } from "../../testing/manifests";
import { resourcesOf, synthesize } from "../../testing/synthesized";
import { kafkaNodes } from "../stacks/cluster/nodes";

const dev = synthesize("dev");
const prod = synthesize("prod");

describe("the documented cluster", () => {
  it("EKS 1.35 with standard support, KMS for secrets, the documented logs, an API for few", () => {
    expect(resourcesOf(prod, "aws_eks_cluster")[0]?.values).toMatchObject({
      version: "1.35",
      upgrade_policy: { support_type: "STANDARD" },
      enabled_cluster_log_types: ["api", "audit", "authenticator"],
      encryption_config: { resources: ["secrets"] },
      vpc_config: { public_access_cidrs: ["198.51.100.0/24"] },
    });
  });

  it("nodes are t4g.medium on AL2023, 1 to 3, and Kafka has its own, tainted", () => {
    const groups = resourcesOf(dev, "aws_eks_node_group");
    const general = groups.find(({ id }) => id === "general-nodes")?.values;
    expect(general).toMatchObject({
      ami_type: "AL2023_ARM_64_STANDARD",
      instance_types: ["t4g.medium"],
      scaling_config: { min_size: 1, max_size: 3 },
    });
    expect(groups.find(({ id }) => id === "kafka-nodes")?.values.taint).toEqual([
      { ...kafkaNodes, effect: "NO_SCHEDULE" },
    ]);
  });

  it("the load balancer is Terraform's, its targets the pods', by HTTP health checks and readiness gates", async () => {
    expect(resourcesOf(prod, "aws_lb")[0]?.values).toMatchObject({ load_balancer_type: "network", internal: true });
    const groups = resourcesOf(prod, "aws_lb_target_group").map(({ values }) => values);
    for (const { health_check: check, deregistration_delay: delay } of groups) {
      expect(check).toMatchObject({ protocol: "HTTP", matcher: "200" });
      expect(Number(delay)).toBeGreaterThanOrEqual(DEREGISTRATION_SECONDS);
    }
    const manifests = await manifestsOf("prod");
    for (const name of ["web", "soketi"]) {
      expect(findManifest(manifests, "TargetGroupBinding", name).spec).toMatchObject({ targetType: "ip" });
      const { template } = findManifest(manifests, "Deployment", name).spec as {
        template: { spec: { readinessGates: unknown } };
      };
      expect(template.spec.readinessGates).toEqual([{ conditionType: `target-health.elbv2.k8s.aws/${name}` }]);
    }
  });

  it("Kafka 4.3 without ZooKeeper: three voters, three copies of which two must agree, TLS and SCRAM, rights per client", async () => {
    const manifests = await manifestsOf("prod");
    const { kafka } = findManifest(manifests, "Kafka", "erp").spec as { kafka: Record<string, unknown> };
    expect(kafka).toMatchObject({
      version: expect.stringMatching(/^4\.3\./),
      authorization: { type: "simple" },
      config: { "default.replication.factor": 3, "min.insync.replicas": 2, "auto.create.topics.enable": false },
      listeners: [{ tls: true, authentication: { type: "scram-sha-512" } }],
    });
    expect(findManifest(manifests, "KafkaNodePool", "nodes").spec).toMatchObject({
      replicas: 3,
      roles: ["controller", "broker"],
    });
    for (const { spec } of manifests.filter(({ kind }) => kind === "KafkaTopic"))
      expect(spec).toMatchObject({ replicas: 3, config: { "min.insync.replicas": 2 } });
  });

  it("a consumer may read its topics and cannot write events; the relay writes and cannot read", async () => {
    const manifests = await manifestsOf("prod");
    type Rights = { authorization: { acls: { resource: { type: string; name?: string }; operations: string[] }[] } };
    const rightsOf = (name: string) =>
      (findManifest(manifests, "KafkaUser", name).spec as Rights).authorization.acls.filter(
        ({ resource }) => resource.type === "topic",
      );
    const writes = rightsOf("worker-approvals").filter(({ operations }) => operations.includes("Write"));
    expect(writes.every(({ resource }) => resource.name?.endsWith(".dead"))).toBe(true);
    expect(rightsOf("worker-relay").some(({ operations }) => operations.includes("Read"))).toBe(false);
  });

  it("Deployments have the documented requests, limits and rolling update", async () => {
    const manifests = await manifestsOf("prod");
    const { strategy, template } = findManifest(manifests, "Deployment", "web").spec as {
      strategy: object;
      template: { spec: { containers: { resources: object }[] } };
    };
    expect(strategy).toEqual({ type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } });
    expect(template.spec.containers[0]?.resources).toEqual({
      requests: { cpu: "200m", memory: "256Mi" },
      limits: { cpu: "500m", memory: "512Mi" },
    });
  });

  it("workers scale by lag, soketi reluctantly", async () => {
    const manifests = await manifestsOf("prod");
    const { triggers } = findManifest(manifests, "ScaledObject", "worker-approvals").spec as {
      triggers: { type: string }[];
    };
    expect(triggers.every(({ type }) => type === "kafka")).toBe(true);
    const { behavior } = findManifest(manifests, "HorizontalPodAutoscaler", "soketi").spec as {
      behavior: { scaleDown: { stabilizationWindowSeconds: number } };
    };
    expect(behavior.scaleDown.stabilizationWindowSeconds).toBeGreaterThanOrEqual(1800);
  });
});
