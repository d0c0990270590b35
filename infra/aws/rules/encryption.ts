import { unless } from "../../rules/rule";
import { addressOf, blocksOf, type ResourceRule, ruleFor } from "./resource-rule";

/** AWS's own key for SNS has a policy that nobody can change, and CloudWatch is not in it. */
const alarmsArrive: ResourceRule = {
  name: "topics are encrypted with a key that alarms may use",
  find: (resources) =>
    resources
      .filter(({ type }) => type === "aws_sns_topic")
      .flatMap((topic) => {
        const ofTopic = String(topic.values.kms_master_key_id);
        const key = resources.find(({ type, id }) => type === "aws_kms_key" && ofTopic.includes(`aws_kms_key.${id}.`));
        return [
          ...unless(key !== undefined, "has no key of ours"),
          ...unless(key?.values.provider === topic.values.provider, "its key is of another region"),
          ...unless(String(key?.values.policy).includes("cloudwatch.amazonaws.com"), "CloudWatch may not use its key"),
        ].map((problem) => `${addressOf(topic)}: ${problem}`);
      }),
};

const isOn = (value: unknown) => value === true || value === "true";

export const storesAreEncrypted: readonly ResourceRule[] = [
  ruleFor("databases are encrypted with our key", ["aws_db_instance", "aws_docdb_cluster"], (values) => [
    ...unless(isOn(values.storage_encrypted), "storage is not encrypted"),
    ...unless(values.kms_key_id !== undefined, "has no key of ours"),
  ]),
  ruleFor("the cache is encrypted at rest and in transit", ["aws_elasticache_replication_group"], (values) => [
    ...unless(isOn(values.at_rest_encryption_enabled), "not encrypted at rest"),
    ...unless(isOn(values.transit_encryption_enabled), "takes plain connections"),
    ...unless(values.transit_encryption_mode === "required", "TLS is only preferred"),
    ...unless(blocksOf(values.user_group_ids).length > 0, "has no users"),
  ]),
  ruleFor("secrets, images, topics and metrics are encrypted", ["aws_secretsmanager_secret"], (values) =>
    unless(values.kms_key_id !== undefined, "has no key of ours"),
  ),
  ruleFor("images are encrypted", ["aws_ecr_repository"], (values) =>
    unless(blocksOf(values.encryption_configuration)[0]?.encryption_type === "KMS", "not encrypted with KMS"),
  ),
  alarmsArrive,
  ruleFor("Kubernetes' secrets are encrypted with our key", ["aws_eks_cluster"], (values) =>
    unless(JSON.stringify(values.encryption_config ?? {}).includes("secrets"), "secrets are not encrypted"),
  ),
  ruleFor("disks of nodes are encrypted", ["aws_launch_template"], (values) =>
    blocksOf(values.block_device_mappings).flatMap((disk) =>
      unless(isOn(blocksOf(disk.ebs)[0]?.encrypted), `${disk.device_name} is not encrypted`),
    ),
  ),
  ruleFor("symmetric keys turn by themselves", ["aws_kms_key"], (values) =>
    unless(values.enable_key_rotation === true || values.key_usage === "SIGN_VERIFY", "never turns"),
  ),
];

export const tlsEverywhere: readonly ResourceRule[] = [
  ruleFor("MySQL refuses connections without TLS", ["aws_db_parameter_group"], (values) =>
    unless(parameter(values, "require_secure_transport") === "1", "require_secure_transport is off"),
  ),
  ruleFor("DocumentDB refuses connections without TLS", ["aws_docdb_cluster_parameter_group"], (values) =>
    unless(parameter(values, "tls") === "enabled", "tls is off"),
  ),
  ruleFor("browsers use TLS 1.2 or newer", ["aws_cloudfront_distribution"], (values) => [
    ...unless(
      blocksOf(values.viewer_certificate)[0]?.minimum_protocol_version === "TLSv1.2_2021",
      "takes older versions of TLS",
    ),
    ...[...blocksOf(values.default_cache_behavior), ...blocksOf(values.ordered_cache_behavior)]
      .filter(({ viewer_protocol_policy: policy }) => policy === "allow-all")
      .map(({ path_pattern: path }) => `${path ?? "the default"} answers plain HTTP`),
  ]),
  ruleFor("integrations use TLS 1.2 or newer", ["aws_apigatewayv2_domain_name"], (values) =>
    unless(blocksOf(values.domain_name_configuration)[0]?.security_policy === "TLS_1_2", "takes older versions"),
  ),
];

function parameter(values: Record<string, unknown>, name: string): unknown {
  return blocksOf(values.parameter).find((each) => each.name === name)?.value;
}
