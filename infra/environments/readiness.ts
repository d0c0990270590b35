/** Where each program answers that it has started with all it needs; a test looks the paths up in the programs' sources. */
export const startPaths = { web: "/readyz", workers: "/healthz", soketi: "/" } as const;
/**
 * Where it answers whether it can take work. Web's does not look at the stores: the load balancer's controller takes pods
 * out that are not ready, so with MongoDB away there would be no portal at all.
 */
export const readinessPaths = { web: "/servingz", workers: "/readyz", soketi: "/ready" } as const;
/** Where it answers that it lives, whatever it depends on. */
export const livenessPaths = { web: "/healthz", workers: "/healthz", soketi: "/" } as const;
