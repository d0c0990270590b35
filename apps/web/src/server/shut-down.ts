import type { Server } from "node:http";
import type { Log } from "@erp/telemetry/log";

/** Requests that are under way get this long; Kubernetes kills after 30 seconds. */
const GRACE_MS = 8_000;

/** On SIGTERM or SIGINT: take no new connections, finish what is under way, close what was opened, end. */
export function shutDownOnSignal(
  server: Server,
  log: Log,
  { onClosing, close }: { onClosing(): void; close(): Promise<void> },
): void {
  let isClosing = false;
  const shutDown = async (signal: string) => {
    if (isClosing) return;
    isClosing = true;
    onClosing();
    log.info({ signal }, "closing");
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
