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
import { openPushQueue, type Push } from "./push-queue";
import { wait } from "./wait";

export type Realtime = Signals & { isReachable(): Promise<boolean>; close(): void };

const TIMEOUT_MS = 2000;
/** How long a reaction waits for its signals: a hanging socket server must not slow the messages down. */
const PATIENCE_MS = 250;
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

  const onLost = (channels: number) => signalsSent.inc({ outcome: "lost" }, channels);
  const sendBatch = async (pushes: readonly Push[]) => {
    const batch = pushes.map(({ channels, data }) => ({ name: SIGNAL_EVENT, channels, data }));
    // `triggerBatch` knows one channel for each event; Soketi takes several. The types want a string, the code an object.
    const post = () => pusher.post({ path: "/batch_events", body: { batch } as never });
    const channels = pushes.reduce((sum, push) => sum + push.channels.length, 0);
    try {
      await post().catch(post);
      signalsSent.inc({ outcome: "sent" }, channels);
      return true;
    } catch (error) {
      onLost(channels);
      // Not the error itself: it carries the signed address.
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ channels, reason }, "signals lost");
      return false;
    }
  };
  const push = openPushQueue(sendBatch, onLost);

  return {
    send: async (to, signal) => {
      const channels = [...new Set<EmployeeId>(to)].map(employeeChannel);
      const pushing = inSpan("push signal", { kind: "client" }, () => push({ channels, data: JSON.stringify(signal) }));
      await Promise.race([pushing, wait(PATIENCE_MS)]);
    },
    isReachable: () =>
      fetch(new URL("/ready", env.SOKETI_URL), { signal: AbortSignal.timeout(TIMEOUT_MS) }).then(
        (answer) => answer.ok,
        () => false,
      ),
    close: () => agent.destroy(),
  };
}
