/**
 * How long the load balancer may still open connections to a pod that Kubernetes has told it to forget: about two minutes
 * were measured, whatever the deregistration delay (kubernetes-sigs/aws-load-balancer-controller#2366), and a minute more.
 */
export const DEREGISTRATION_SECONDS = 180;

/** For requests under way and for what is closed last. */
const FINISHING_SECONDS = 25;

/**
 * How pods behind the load balancer leave: first they go on as if nothing were, not told of their end (`pause`); then the
 * program serves, but says that it ends (`drain`, as far as it can); then it finishes.
 */
export const leaving = {
  web: stages({ drainSeconds: 20 }),
  soketi: stages({ drainSeconds: 0 }),
} as const;

function stages({ drainSeconds }: { drainSeconds: number }) {
  return {
    pauseSeconds: DEREGISTRATION_SECONDS - drainSeconds,
    drainSeconds,
    graceSeconds: DEREGISTRATION_SECONDS + FINISHING_SECONDS,
  };
}
