import { z } from "zod";

/** The part of the Load Balancer Controller's resource that is used here; strict, because nothing else checks it. */
export const targetGroupBinding = z.strictObject({
  apiVersion: z.literal("elbv2.k8s.aws/v1beta1"),
  kind: z.literal("TargetGroupBinding"),
  metadata: z.strictObject({
    name: z.string(),
    namespace: z.string(),
    labels: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.strictObject({
    serviceRef: z.strictObject({ name: z.string(), port: z.number() }),
    targetGroupARN: z.string().startsWith("arn:"),
    targetType: z.literal("ip"),
  }),
});
export type TargetGroupBinding = z.infer<typeof targetGroupBinding>;
