import { noAccessLists, noPublicBuckets } from "./buckets";
import { edgeRules } from "./edge";
import { storesAreEncrypted, tlsEverywhere } from "./encryption";
import { bothEndsAgree, noInlineRules, noOpenIngress } from "./network";
import { operationRules } from "./operations";
import {
  noAdministrators,
  noOpenPrincipals,
  noWideActions,
  noWideResources,
  rightsStayWithinBoundary,
  rolesAreBounded,
} from "./policies";
import type { ResourceRule } from "./resource-rule";

/** Everything that must hold for every resource of every environment. */
export const resourceRules: readonly ResourceRule[] = [
  noPublicBuckets,
  noAccessLists,
  noWideActions,
  noWideResources,
  noOpenPrincipals,
  noAdministrators,
  rightsStayWithinBoundary,
  rolesAreBounded,
  ...storesAreEncrypted,
  ...tlsEverywhere,
  ...operationRules,
  ...edgeRules,
  noOpenIngress,
  noInlineRules,
  bothEndsAgree,
];
