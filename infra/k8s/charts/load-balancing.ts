import type { Construct } from "constructs";
import { Service } from "kubernetes-models/v1/Service";
import type { TargetGroupBinding } from "../crds/target-group-binding";
import { APP_LABEL, addObject, labelsOf } from "../objects";

/** A Service of the pods, and their addresses as targets of the load balancer, which belongs to Terraform. */
export function addTargets(
  scope: Construct,
  { name, namespace, port, targetGroupArn }: { name: string; namespace: string; port: number; targetGroupArn: string },
): void {
  const metadata = { name, namespace, labels: labelsOf(name) };
  addObject(
    scope,
    new Service({
      metadata,
      spec: { selector: { [APP_LABEL]: name }, ports: [{ name: "http", port, targetPort: port }] },
    }),
  );
  const binding: TargetGroupBinding = {
    apiVersion: "elbv2.k8s.aws/v1beta1",
    kind: "TargetGroupBinding",
    metadata,
    spec: { serviceRef: { name, port }, targetGroupARN: targetGroupArn, targetType: "ip" },
  };
  addObject(scope, binding);
}

/** The condition that the controller sets once the load balancer has found a pod well. */
export function readinessGate(bindingName: string): string {
  return `target-health.elbv2.k8s.aws/${bindingName}`;
}
