import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** How often it asks who is ready, as a load balancer does every few seconds. */
const CHECK_EVERY_MS = 100;
/** One answer that came late on a busy machine takes nobody out (Kubernetes' `failureThreshold`). */
const FAILURES_UNTIL_OUT = 3;

/** What a program says of itself; a program that ends is taken out at once, as Kubernetes does with a terminating pod. */
type Answer = "ready" | "not ready" | "closing";

export type Balancer = {
  url: string;
  /** Sends requests to this port, too, as soon as it is ready. */
  add(port: number): void;
  /** Whether requests are sent there. */
  isReady(port: number): boolean;
  close(): Promise<void>;
};

type Upstream = { port: number; isReady: boolean };

/**
 * A load balancer as simple as it can be: in turns, to those who said they are ready when last asked, over connections
 * that are kept. It never tries a request again: a failure that a real one would hide is seen.
 */
export async function openBalancer(): Promise<Balancer> {
  const upstreams: Upstream[] = [];
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const ready = upstreams.filter(({ isReady }) => isReady);
    turn += 1;
    const next = ready[turn % ready.length];
    if (next) forward(agent, next.port, incoming, outgoing);
    else outgoing.writeHead(502).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const closing = new AbortController();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: (port) => {
      const upstream = { port, isReady: false };
      upstreams.push(upstream);
      void watch(upstream, closing.signal);
    },
    isReady: (port) => upstreams.some((upstream) => upstream.port === port && upstream.isReady),
    close: async () => {
      closing.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}

async function watch(upstream: Upstream, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const answer = await askWhetherReady(upstream.port);
    failures = answer === "ready" ? 0 : failures + 1;
    if (failures === 0) upstream.isReady = true;
    if (answer === "closing" || failures >= FAILURES_UNTIL_OUT) upstream.isReady = false;
    await delay(CHECK_EVERY_MS, undefined, { signal }).catch(() => {});
  }
}

function forward(agent: Agent, port: number, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url, headers } = incoming;
  const asked = request({ agent, host: "127.0.0.1", port, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  asked.on("error", (error) => {
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502).end(String(error));
  });
  incoming.pipe(asked);
}

function askWhetherReady(port: number): Promise<Answer> {
  return fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
    async (answer) => {
      const { status } = (await answer.json()) as { status: string };
      if (answer.ok) return "ready";
      return status === "closing" ? "closing" : "not ready";
    },
    () => "not ready",
  );
}
