import { z } from "zod";
import { imageNames } from "../environments/images";

/** By digest: what was tested, scanned and signed is what runs. */
const image = z
  .string()
  .regex(/^[\w.-]+(:\d+)?\/[\w./-]+(:[\w.-]+)?@sha256:[0-9a-f]{64}$/, "an image is named by its digest");
const arn = z.string().startsWith("arn:");

/** What only Terraform knows: the outputs of the stacks, by their names, and the digests of the images just built. */
export const clusterValues = z.object({
  user_pool_id: z.string(),
  web_client_id: z.string(),
  integrations_client_id: z.string(),
  mysql_host: z.string(),
  mysql_master_secret: arn,
  valkey_host: z.string(),
  mongo_secret: arn,
  web_target_group: arn,
  soketi_target_group: arn,
  metrics_url: z.url(),
  images: z.object(
    Object.fromEntries(imageNames.map((name) => [name, image])) as Record<(typeof imageNames)[number], typeof image>,
  ),
});
export type ClusterValues = z.infer<typeof clusterValues>;
