import type { Server } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "@erp/telemetry/log";

/** Requests that are under way get this long. With the drain before it, it fits into infra's grace (k8s/charts/web.ts). */
export const GRACE_MS = 8_000;

type ShutDown = {
  /** From now on nobody new should come: readiness says so, and answers end their connections. */
  onClosing(): void;
  /** How long those may still come who have not heard of it yet, in milliseconds. They are served. */
  drainMs: number;
  close(): Promise<void>;
};

/**
 * On SIGTERM or SIGINT: say that it ends, serve those who still come until the balancer has noticed, take no more
 * connections, finish what is under way, close what was opened, end.
 */
export function shutDownOnSignal(server: Server, log: Log, { onClosing, drainMs, close }: ShutDown): void {
  let isClosing = false;
  const shutDown = async (signal: string) => {
    if (isClosing) return;
    isClosing = true;
    onClosing();
    log.info({ signal, drainMs }, "closing");
    await delay(drainMs);
    const deadline = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
    });
    clearTimeout(deadline);
    await close();
    log.info("closed");
    process.exit(0);
  };
  process.on("SIGTERM", shutDown);
  process.on("SIGINT", shutDown);
}
