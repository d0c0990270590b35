/** Images that the pipeline builds, each from `infra/docker/<name>.Dockerfile`. */
export const imageNames = ["web", "workers", "migrate"] as const;
export type ImageName = (typeof imageNames)[number];
