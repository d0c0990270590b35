/** Where each program answers whether it can take work; a test looks the paths up in the programs' sources. */
export const readinessPaths = { web: "/readyz", workers: "/readyz", soketi: "/ready" } as const;
/** Where it answers that it lives, whatever it depends on. */
export const livenessPaths = { web: "/healthz", workers: "/healthz", soketi: "/" } as const;
