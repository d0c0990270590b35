/** Images that the pipeline builds, each from `infra/docker/<name>.Dockerfile`. */
export const imageNames = ["web", "workers", "migrate", "soketi"] as const;
export type ImageName = (typeof imageNames)[number];

/** Others' images that run as they are. */
export const foreignImages = {
  collector:
    "public.ecr.aws/aws-observability/aws-otel-collector:v0.49.0@sha256:d2bdfff2c377c3d71d78bd5d9ce9862fd535b12134a5739d87a07801297cf9fd",
} as const;
