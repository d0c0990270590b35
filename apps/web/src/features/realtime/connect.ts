import type { EmployeeId } from "@erp/contracts/ids";
import { employeeChannel, SIGNAL_EVENT, type Signal, signal } from "@erp/contracts/realtime";
import Pusher from "pusher-js";

/** Where browsers reach Soketi; handed to the page by the server. */
export type SocketAddress = { url: string; key: string };

export type ConnectionListeners = {
  onSignal(signal: Signal): void;
  /** From now on no signal is missed; whatever happened before must be read again. */
  onLive(): void;
  onOffline(): void;
};

/** How long one attempt may take, and the pauses between attempts: pusher-js itself would try again without any. */
const ATTEMPT_MS = 3_000;
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 10_000];

/** Opens the socket and listens on the person's own channel, and goes on trying until it is closed. */
export function connect(
  address: SocketAddress,
  employeeId: EmployeeId,
  { onSignal, onLive, onOffline }: ConnectionListeners,
): Connection {
  const client = new Pusher(address.key, optionsFor(new URL(address.url)));
  const channel = client.subscribe(employeeChannel(employeeId));
  let attempts = 0;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function pause() {
    if (timer !== undefined || isClosed) return;
    onOffline();
    timer = setTimeout(
      () => {
        timer = undefined;
        client.connect();
      },
      PAUSES_MS[Math.min(attempts++, PAUSES_MS.length - 1)],
    );
    // Not at once: pusher-js reports a state in the middle of its own move to it.
    queueMicrotask(() => client.disconnect());
  }

  channel.bind(SIGNAL_EVENT, (data: unknown) => {
    const parsed = signal.safeParse(data);
    // A page of yesterday may hear a signal of tomorrow's server: not known, nothing to read.
    if (parsed.success) onSignal(parsed.data);
  });
  channel.bind("pusher:subscription_succeeded", () => {
    attempts = 0;
    onLive();
  });
  channel.bind("pusher:subscription_error", pause);
  client.connection.bind("state_change", ({ previous, current }: { previous: string; current: string }) => {
    const isLost = previous === "connected" || ["unavailable", "failed", "disconnected"].includes(current);
    if (isLost) pause();
  });

  return {
    client,
    close() {
      isClosed = true;
      clearTimeout(timer);
      client.disconnect();
    },
  };
}

export type Connection = { client: Pusher; close(): void };

function optionsFor(url: URL) {
  const isSecure = url.protocol === "https:" || url.protocol === "wss:";
  const port = Number(url.port || (isSecure ? 443 : 80));
  return {
    cluster: "",
    wsHost: url.hostname,
    wsPort: port,
    wssPort: port,
    forceTLS: isSecure,
    unavailableTimeout: ATTEMPT_MS,
    // Nothing else: pusher-js would also try the other scheme and long polling, which our policy for content forbids.
    enabledTransports: [isSecure ? ("wss" as const) : ("ws" as const)],
    channelAuthorization: { endpoint: "/api/realtime/auth", transport: "ajax" as const },
  };
}
