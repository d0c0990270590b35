import { servesUntilForgotten } from "./leaving";
import type { ManifestRule } from "./manifest-rule";
import { everyPodHasPolicy, everythingStartsDenied, noOpenIngressToPods } from "./network";
import { podRules } from "./pods";
import { noSecretsInside, referencesExist } from "./references";
import {
  budgetsLetPodsGo,
  consumersFitPartitions,
  documentedScaling,
  everyWorkloadHasBudget,
  kedaSignsIn,
  noReplicasBesideAutoscaler,
  rangesAreRanges,
  webFitsItsLimit,
} from "./scaling";

/** Everything that must hold for every object of every environment. */
export const manifestRules: readonly ManifestRule[] = [
  ...podRules,
  referencesExist,
  noSecretsInside,
  noReplicasBesideAutoscaler,
  rangesAreRanges,
  consumersFitPartitions,
  kedaSignsIn,
  budgetsLetPodsGo,
  everyWorkloadHasBudget,
  documentedScaling,
  webFitsItsLimit,
  servesUntilForgotten,
  everythingStartsDenied,
  everyPodHasPolicy,
  noOpenIngressToPods,
];
