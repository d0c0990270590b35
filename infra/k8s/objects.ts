import { ApiObject } from "cdk8s";
import type { Construct } from "constructs";

/** Any object of Kubernetes, as it is sent. */
export type Manifest = {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string>; annotations?: Record<string, string> };
  [field: string]: unknown;
};

/** A typed model of kubernetes-models, or a plain object of one of our own schemas. */
type Typed = { apiVersion: string; kind: string; metadata?: { name?: string; namespace?: string } };

/** Adds an object to a chart under its own name. The model's type is what checked it while it was written. */
export function addObject(scope: Construct, object: Typed): void {
  const manifest = JSON.parse(JSON.stringify(object)) as Manifest;
  new ApiObject(scope, `${manifest.kind}-${manifest.metadata.name}`, manifest);
}

export const APP_LABEL = "app.kubernetes.io/name";

export function labelsOf(name: string): Record<string, string> {
  return { [APP_LABEL]: name, "app.kubernetes.io/part-of": "erp-portal", "app.kubernetes.io/managed-by": "cdk8s" };
}
