import { unless } from "../../rules/rule";
import { blocksOf, type ResourceRule, ruleFor } from "./resource-rule";

/** Rules about what is kept, how long, and how instances are set up. */
export const operationRules: readonly ResourceRule[] = [
  ruleFor("every log has an end", ["aws_cloudwatch_log_group"], (values) =>
    unless(Number(values.retention_in_days) > 0, "is kept for ever"),
  ),
  ruleFor(
    "databases can be restored to any point of the last week",
    ["aws_db_instance", "aws_docdb_cluster"],
    (values) =>
      unless(Number(values.backup_retention_period) >= 7, `${values.backup_retention_period} days of backups`),
  ),
  ruleFor("no database has a public address", ["aws_db_instance"], (values) =>
    unless(values.publicly_accessible === false, "is reachable from outside"),
  ),
  ruleFor("databases log what is slow", ["aws_db_instance"], (values) =>
    unless(
      blocksOf(values.enabled_cloudwatch_logs_exports)
        .flat()
        .some((log) => String(log) === "slowquery"),
      "no slow log",
    ),
  ),
  ruleFor("instances' credentials are out of pods' reach", ["aws_launch_template"], (values) => {
    const metadata = blocksOf(values.metadata_options)[0] ?? {};
    return [
      ...unless(metadata.http_tokens === "required", "IMDSv1 is allowed"),
      ...unless(metadata.http_put_response_hop_limit === 1, "reachable from inside a pod"),
    ];
  }),
  ruleFor("tags of images are given once, images are scanned", ["aws_ecr_repository"], (values) => [
    ...unless(values.image_tag_mutability === "IMMUTABLE", "a tag can be moved"),
    ...unless(blocksOf(values.image_scanning_configuration)[0]?.scan_on_push === true, "is not scanned"),
  ]),
  ruleFor("Kubernetes logs who did what, and its API is not the world's", ["aws_eks_cluster"], (values) => {
    const logs = (values.enabled_cluster_log_types ?? []) as string[];
    const cidrs = (blocksOf(values.vpc_config)[0]?.public_access_cidrs ?? []) as string[];
    return [
      ...["api", "audit", "authenticator"].flatMap((log) => unless(logs.includes(log), `no ${log} log`)),
      ...unless(cidrs.length > 0 && !cidrs.includes("0.0.0.0/0"), "its API is open to the world"),
    ];
  }),
  ruleFor("nobody is system:masters", ["aws_eks_cluster", "aws_eks_access_entry"], (values, { type }) => [
    ...unless(!JSON.stringify(values).includes("system:masters"), "uses system:masters"),
    ...unless(
      type !== "aws_eks_cluster" ||
        (blocksOf(values.access_config)[0]?.authentication_mode === "API" &&
          blocksOf(values.access_config)[0]?.bootstrap_cluster_creator_admin_permissions === false),
      "whoever made the cluster stays its administrator",
    ),
  ]),
  ruleFor("alarms tell somebody", ["aws_cloudwatch_metric_alarm"], (values) =>
    unless(blocksOf(values.alarm_actions).length > 0, "tells nobody"),
  ),
];
