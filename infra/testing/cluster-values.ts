import { imageNames } from "../environments/images";
import { clusterValues } from "../k8s/values";

const arn = (what: string) => `arn:aws:elasticloadbalancing:ap-northeast-2:111122223333:${what}`;

/** What Terraform and the image build would say. */
export const exampleValues = clusterValues.parse({
  user_pool_id: "ap-northeast-2_example",
  web_client_id: "exampleclient",
  integrations_client_id: "exampleintegrations",
  mysql_host: "erp.example.ap-northeast-2.rds.amazonaws.com",
  mysql_master_secret: "arn:aws:secretsmanager:ap-northeast-2:111122223333:secret:rds!db-example",
  valkey_host: "master.erp.example.apn2.cache.amazonaws.com",
  mongo_secret: "arn:aws:secretsmanager:ap-northeast-2:111122223333:secret:erp/dev/mongo",
  web_target_group: arn("targetgroup/erp-dev-web/0123456789abcdef"),
  soketi_target_group: arn("targetgroup/erp-dev-soketi/0123456789abcdef"),
  metrics_url: "https://aps-workspaces.ap-northeast-2.amazonaws.com/workspaces/ws-example/",
  images: Object.fromEntries(
    imageNames.map((name) => [
      name,
      `111122223333.dkr.ecr.ap-northeast-2.amazonaws.com/erp-dev/${name}@sha256:${"0123456789abcdef".repeat(4)}`,
    ]),
  ),
});
