import type { IncomingMessage, ServerResponse } from "node:http";
import { requestSeconds } from "@erp/telemetry/metrics";
import { pathOf } from "./path-of";
import { routeOf } from "./route-of";
import { TRPC_PATH } from "./trpc-endpoint";

/** Asked many times a minute by machines: their answers would bury the others. */
const UNOBSERVED = /^\/(healthz|servingz|readyz|metrics)$/;

/** Counts and times what is answered beside tRPC, whose procedures count themselves. */
export function observeRequest(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const path = pathOf(incoming);
  if (path.startsWith(`${TRPC_PATH}/`) || UNOBSERVED.test(path)) return;
  const startedAt = performance.now();
  outgoing.once("close", () => {
    const status = outgoing.writableFinished ? `${Math.floor(outgoing.statusCode / 100)}xx` : "aborted";
    requestSeconds.observe({ route: routeOf(path), status }, (performance.now() - startedAt) / 1000);
  });
}
