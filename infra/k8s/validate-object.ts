import { ExternalSecret } from "@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret";
import { SecretStore } from "@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore";
import { ScaledObject } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject";
import { TriggerAuthentication } from "@kubernetes-models/keda/keda.sh/v1alpha1/TriggerAuthentication";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { Job } from "kubernetes-models/batch/v1/Job";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { Role } from "kubernetes-models/rbac.authorization.k8s.io/v1/Role";
import { RoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding";
import { StorageClass } from "kubernetes-models/storage.k8s.io/v1/StorageClass";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { Service } from "kubernetes-models/v1/Service";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import type { z } from "zod";
import { kafka, kafkaNodePool, kafkaTopic, kafkaUser } from "./crds/strimzi";
import { targetGroupBinding } from "./crds/target-group-binding";
import type { Manifest } from "./objects";

type Model = { apiVersion: string; kind: string; new (data: never): { validate(): void } };

const models = [
  ExternalSecret,
  SecretStore,
  ScaledObject,
  TriggerAuthentication,
  Deployment,
  HorizontalPodAutoscaler,
  CronJob,
  Job,
  NetworkPolicy,
  PodDisruptionBudget,
  Role,
  RoleBinding,
  StorageClass,
  ConfigMap,
  Namespace,
  Service,
  ServiceAccount,
] as unknown as Model[];

/** Kinds that nobody publishes models for. */
const schemas: Record<string, z.ZodType> = {
  Kafka: kafka,
  KafkaNodePool: kafkaNodePool,
  KafkaTopic: kafkaTopic,
  KafkaUser: kafkaUser,
  TargetGroupBinding: targetGroupBinding,
};

/** Throws when the object is not what its kind says; a kind that nobody can check is an error as well. */
export function validateObject(manifest: Manifest): void {
  const schema = schemas[manifest.kind];
  if (schema) return void schema.parse(manifest);
  const model = models.find(({ apiVersion, kind }) => apiVersion === manifest.apiVersion && kind === manifest.kind);
  if (!model) throw new Error(`nothing here can check ${manifest.apiVersion} ${manifest.kind}`);
  new model(manifest as never).validate();
}
