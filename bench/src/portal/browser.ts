import { once } from "node:events";
import type { DocumentId } from "@erp/contracts/ids";
import { employeeChannel, SIGNAL_EVENT, type Signal, signal } from "@erp/contracts/realtime";
import Pusher, { type Options } from "pusher-js";
import type { Session } from "./session";

export type SocketAddress = { url: string; key: string };

/** The part of an open page that listens: the same client library, the same authorization as in the product. */
export type Browser = {
  /**
   * When the first signal came that the document has reached this version, by `performance.now()`; waits for it when it
   * has not come yet. Rejects after ten seconds.
   */
  signalOf(documentId: DocumentId, version: number): Promise<number>;
  close(): void;
};

const PATIENCE_MS = 10_000;

/** Connects, and resolves when the person's own channel is subscribed. */
export async function openBrowser(address: SocketAddress, session: Session): Promise<Browser> {
  const socket = new Pusher(address.key, optionsFor(new URL(address.url), session));
  const channel = socket.subscribe(employeeChannel(session.person.id));
  const heard: Heard[] = [];
  const arrivals = new EventTarget();
  channel.bind(SIGNAL_EVENT, (data: unknown) => {
    heard.push({ signal: signal.parse(data), at: performance.now() });
    arrivals.dispatchEvent(new Event("signal"));
  });
  await new Promise<void>((resolve, reject) => {
    channel.bind("pusher:subscription_succeeded", () => resolve());
    channel.bind("pusher:subscription_error", (error: unknown) => reject(new Error(JSON.stringify(error))));
  });
  return {
    signalOf: async (documentId, version) => {
      const patience = AbortSignal.timeout(PATIENCE_MS);
      for (;;) {
        const found = heard.find((each) => isAbout(each.signal, documentId, version));
        if (found) return found.at;
        await once(arrivals, "signal", { signal: patience });
      }
    },
    close: () => socket.disconnect(),
  };
}

type Heard = { signal: Signal; at: number };

function isAbout(received: Signal, documentId: DocumentId, version: number): boolean {
  return received.about === "approvals" && received.documentId === documentId && received.version >= version;
}

function optionsFor(url: URL, { origin, headers }: Session): Options {
  return {
    cluster: "",
    wsHost: url.hostname,
    wsPort: Number(url.port),
    forceTLS: false,
    enabledTransports: ["ws"],
    channelAuthorization: {
      endpoint: `${origin}/api/realtime/auth`,
      transport: "ajax",
      // The library's own request cannot carry a cookie outside a browser.
      customHandler: ({ socketId, channelName }, callback) => {
        const body = new URLSearchParams({ socket_id: socketId, channel_name: channelName });
        fetch(`${origin}/api/realtime/auth`, { method: "POST", headers, body })
          .then(async (response) => {
            if (!response.ok) throw new Error(`the channel was refused: ${response.status}`);
            callback(null, (await response.json()) as { auth: string });
          })
          .catch((error: Error) => callback(error, null));
      },
    },
  };
}
