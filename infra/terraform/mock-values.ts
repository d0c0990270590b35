import type { StackJson } from "../aws/parts/read-stacks";

const ACCOUNT = "111122223333";
const MOCK_ARN = `arn:aws:mock:ap-northeast-2:${ACCOUNT}:mock/mock`;

/** Attributes whose made-up values have to have a form, because something else checks it. */
const shaped: [RegExp, unknown][] = [
  [/(^|_|\.)arn$/i, MOCK_ARN],
  [/image_|repository_?url/i, `${ACCOUNT}.dkr.ecr.ap-northeast-2.amazonaws.com/mock`],
];

/** Lists that AWS fills in and we look into, and ids whose form the provider checks. */
const special: Record<string, Record<string, unknown>> = {
  aws_launch_template: { id: "lt-0123456789abcdef0" },
  aws_db_instance: { master_user_secret: [{ secret_arn: MOCK_ARN, secret_status: "active", kms_key_id: MOCK_ARN }] },
  // A block rather than a list: Terraform fills in each one that is there.
  aws_sesv2_email_identity: { dkim_signing_attributes: { tokens: ["mock-1", "mock-2", "mock-3"] } },
  aws_acm_certificate: {
    domain_validation_options: [
      {
        domain_name: "mock",
        resource_record_name: "mock",
        resource_record_type: "CNAME",
        resource_record_value: "mock",
      },
    ],
  },
};

/** `aws_type.id.attribute` inside an expression; data sources are something else. */
const reference = /(?<![\w.])(aws_\w+)\.[\w-]+\.(\w+)/g;
const remoteReference = /data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)/g;

/** For each type of resource, values for those computed attributes that other resources use and check. */
export function mockResources(stack: StackJson): Record<string, { defaults: Record<string, unknown> }> {
  const mocks: Record<string, { defaults: Record<string, unknown> }> = {};
  for (const [, type = "", attribute = ""] of JSON.stringify(stack).matchAll(reference)) {
    const value = shapeOf(attribute);
    if (value === undefined) continue;
    mocks[type] ??= { defaults: {} };
    mocks[type].defaults[attribute] = value;
  }
  for (const [type, defaults] of Object.entries(special)) {
    if (stack.resource?.[type]) mocks[type] = { defaults: { ...mocks[type]?.defaults, ...defaults } };
  }
  return mocks;
}

/** What the states of earlier stacks would hold: every output that this one reads. */
export function mockRemoteStates(stack: StackJson): { target: string; values: { outputs: Record<string, unknown> } }[] {
  const byState = new Map<string, Record<string, unknown>>();
  for (const [, state = "", output = ""] of JSON.stringify(stack).matchAll(remoteReference)) {
    const outputs = byState.get(state) ?? {};
    outputs[output] = shapeOf(output) ?? "mock";
    byState.set(state, outputs);
  }
  return [...byState].map(([state, outputs]) => ({
    target: `data.terraform_remote_state.${state}`,
    values: { outputs },
  }));
}

function shapeOf(attribute: string): unknown {
  return shaped.find(([pattern]) => pattern.test(attribute))?.[1];
}
