import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { EmployeeId } from "@erp/contracts/ids";
import { employeeChannel, SIGNAL_EVENT } from "@erp/contracts/realtime";
import type { Signals } from "@erp/domain/context";
import type { Log } from "@erp/telemetry/log";
import { signalsSent } from "@erp/telemetry/metrics";
import { inSpan } from "@erp/telemetry/tracing";
import Pusher from "pusher";
import type { SoketiEnv } from "./env";
import { wait } from "./wait";

export type Realtime = Signals & { isReachable(): Promise<boolean>; close(): void };

const TIMEOUT_MS = 2000;
/** How long a reaction waits for its signals: a hanging socket server must not slow the messages down. */
const PATIENCE_MS = 250;
/** What the protocol takes at once. */
const CHANNELS_PER_TRIGGER = 100;

/**
 * The only push to Soketi. A signal that cannot be sent is tried once more, then forgotten: the browser catches up when
 * it reconnects, and nothing may wait for a socket server.
 */
export function openRealtime(env: SoketiEnv, log: Log): Realtime {
  const { protocol, hostname, port } = new URL(env.SOKETI_URL);
  const isSecure = protocol === "https:";
  const agent = isSecure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const app = { appId: env.SOKETI_APP_ID, key: env.SOKETI_APP_KEY, secret: env.SOKETI_APP_SECRET };
  const pusher = new Pusher({ ...app, host: hostname, port, useTLS: isSecure, timeout: TIMEOUT_MS, agent });

  const trigger = async (channels: string[], data: unknown) => {
    const push = () => pusher.trigger(channels, SIGNAL_EVENT, data);
    try {
      await inSpan("push signal", { kind: "client" }, () => push().catch(push));
      signalsSent.inc({ outcome: "sent" }, channels.length);
    } catch (error) {
      signalsSent.inc({ outcome: "lost" }, channels.length);
      // Not the error itself: it carries the signed address.
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ channels: channels.length, reason }, "signals lost");
    }
  };

  return {
    send: async (to, signal) => {
      const channels = [...new Set<EmployeeId>(to)].map(employeeChannel);
      const pushes = inChunks(channels, CHANNELS_PER_TRIGGER).map((chunk) => trigger(chunk, signal));
      await Promise.race([Promise.all(pushes), wait(PATIENCE_MS)]);
    },
    isReachable: () =>
      fetch(new URL("/ready", env.SOKETI_URL), { signal: AbortSignal.timeout(TIMEOUT_MS) }).then(
        (answer) => answer.ok,
        () => false,
      ),
    close: () => agent.destroy(),
  };
}

function inChunks<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
