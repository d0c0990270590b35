import { ExternalSecret } from "@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret";
import { SecretStore } from "@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore";
import type { Construct } from "constructs";
import { secretName } from "../../aws/parts/stack";
import { type Environment, REGION } from "../../environments/environment";
import { ports } from "../../environments/ports";
import { namespaces } from "../../environments/workloads";
import { addObject } from "../objects";
import { SOKETI_APP_ID, SOKETI_APP_KEY, secretNames } from "../settings";
import type { ClusterValues } from "../values";
import { SOKETI_CONFIG_KEY } from "./soketi";

const STORE = "aws";

type Source = { key: string; property?: string };

/** Secrets live in AWS; External Secrets copies them here every few minutes, put together as the programs read them. */
export function addSecrets(scope: Construct, environment: Environment, values: ClusterValues): void {
  addObject(
    scope,
    new SecretStore({
      metadata: { name: STORE, namespace: namespaces.app },
      // No credentials: the controller's Pod Identity may read exactly these secrets (aws/stacks/cluster/pod-roles.ts).
      spec: { provider: { aws: { service: "SecretsManager", region: REGION } } },
    }),
  );
  const own = (name: string): Source => ({ key: secretName(environment, name) });
  const master = (property: string): Source => ({ key: values.mysql_master_secret, property });

  // Passwords are letters and digits (generated-secret.ts), but RDS makes its own: that one is encoded.
  const mysql = (account: string) => `mysql://${account}@${values.mysql_host}:${ports.mysql}/erp?tls=verify`;
  addSecret(scope, secretNames.stores, {
    templates: {
      MYSQL_URL: mysql("erp_app:{{ .mysqlApp }}"),
      MONGO_URL: "{{ .mongo }}",
      REDIS_URL: `rediss://erp_app:{{ .valkey }}@${values.valkey_host}:${ports.valkey}/0`,
    },
    sources: { mysqlApp: own("mysql-app"), mongo: { key: values.mongo_secret }, valkey: own("valkey") },
  });
  addSecret(scope, secretNames.mysqlAdmin, {
    templates: {
      MYSQL_ADMIN_URL: mysql("{{ .username }}:{{ .password | urlquery }}"),
      MYSQL_APP_PASSWORD: "{{ .mysqlApp }}",
    },
    sources: { username: master("username"), password: master("password"), mysqlApp: own("mysql-app") },
  });
  addSecret(scope, secretNames.session, {
    templates: { SESSION_SECRET: "{{ .session }}" },
    sources: { session: own("session") },
  });
  addSecret(scope, secretNames.soketi, {
    templates: { SOKETI_APP_SECRET: "{{ .soketi }}" },
    sources: { soketi: own("soketi") },
  });
  addSecret(scope, secretNames.soketiConfig, {
    templates: { [SOKETI_CONFIG_KEY]: JSON.stringify(soketiConfig(values)) },
    sources: { soketi: own("soketi"), valkey: own("valkey") },
  });
}

function addSecret(
  scope: Construct,
  name: string,
  { templates, sources }: { templates: Record<string, string>; sources: Record<string, Source> },
): void {
  addObject(
    scope,
    new ExternalSecret({
      metadata: { name, namespace: namespaces.app },
      spec: {
        refreshInterval: "5m",
        secretStoreRef: { name: STORE, kind: "SecretStore" },
        target: { name, creationPolicy: "Owner", template: { engineVersion: "v2", data: templates } },
        data: Object.entries(sources).map(([secretKey, { key, property }]) => ({
          secretKey,
          remoteRef: { key, ...(property === undefined ? {} : { property }) },
        })),
      },
    }),
  );
}

/** Browsers only listen; pods find each other over Valkey, with TLS. */
function soketiConfig(values: ClusterValues): object {
  return {
    debug: false,
    port: ports.soketi.pod,
    metrics: { enabled: true, driver: "prometheus", port: ports.soketi.metrics },
    adapter: { driver: "redis", redis: { prefix: "soketi:" } },
    database: {
      redis: {
        host: values.valkey_host,
        port: ports.valkey,
        username: "erp_app",
        password: "{{ .valkey }}",
        tls: {},
      },
    },
    appManager: {
      driver: "array",
      array: {
        apps: [
          {
            id: SOKETI_APP_ID,
            key: SOKETI_APP_KEY,
            secret: "{{ .soketi }}",
            enabled: true,
            enableClientMessages: false,
            enableUserAuthentication: true,
            maxConnections: -1,
            webhooks: [],
          },
        ],
      },
    },
  };
}
