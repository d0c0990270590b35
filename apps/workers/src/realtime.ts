import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { EmployeeId } from "@erp/contracts/ids";
import { employeeChannel, SIGNAL_EVENT } from "@erp/contracts/realtime";
import type { Signals } from "@erp/domain/context";
import type { Log } from "@erp/telemetry/log";
import { signalsSent } from "@erp/telemetry/metrics";
import Pusher from "pusher";

export type RealtimeOptions = { url: string; appId: string; key: string; secret: string };

export type Realtime = Signals & { isReachable(): Promise<boolean>; close(): void };

const TIMEOUT_MS = 2000;
/** What the protocol takes at once. */
const CHANNELS_PER_TRIGGER = 100;

/**
 * The only push to Soketi. A signal that cannot be sent is tried once more, then forgotten: the browser catches up when
 * it reconnects, and nothing may wait for a socket server.
 */
export function openRealtime({ url, appId, key, secret }: RealtimeOptions, log: Log): Realtime {
  const { protocol, hostname, port } = new URL(url);
  const isSecure = protocol === "https:";
  const agent = isSecure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const pusher = new Pusher({ appId, key, secret, host: hostname, port, useTLS: isSecure, timeout: TIMEOUT_MS, agent });

  const trigger = async (channels: string[], data: unknown) => {
    const push = () => pusher.trigger(channels, SIGNAL_EVENT, data);
    try {
      await push().catch(push);
      signalsSent.inc({ outcome: "sent" }, channels.length);
    } catch (error) {
      signalsSent.inc({ outcome: "lost" }, channels.length);
      log.warn(
        { channels: channels.length, reason: error instanceof Error ? error.message : String(error) },
        "signals lost",
      );
    }
  };

  return {
    send: async (to, signal) => {
      const channels = [...new Set<EmployeeId>(to)].map(employeeChannel);
      await Promise.all(inChunks(channels, CHANNELS_PER_TRIGGER).map((chunk) => trigger(chunk, signal)));
    },
    isReachable: () =>
      fetch(new URL("/ready", url), { signal: AbortSignal.timeout(TIMEOUT_MS) }).then(
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
