import type { IncomingMessage, ServerResponse } from "node:http";
import { requestSeconds } from "@erp/telemetry/metrics";
import { pathOf } from "./path-of";
import { routeOf } from "./route-of";

/** Asked many times a minute by machines: their answers would bury the others. */
const UNOBSERVED = /^\/(healthz|readyz|metrics)$/;

/** Counts and times what is answered beside tRPC, whose procedures count themselves. */
export function observeRequest({ url = "/" }: IncomingMessage, outgoing: ServerResponse): void {
  if (url.startsWith("/api/trpc/")) return;
  const path = pathOf({ url });
  if (UNOBSERVED.test(path)) return;
  const startedAt = performance.now();
  outgoing.once("close", () => {
    const status = outgoing.writableFinished ? `${Math.floor(outgoing.statusCode / 100)}xx` : "aborted";
    requestSeconds.observe({ route: routeOf(path), status }, (performance.now() - startedAt) / 1000);
  });
}
