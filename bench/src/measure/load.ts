import autocannon from "autocannon";
import { type Latency, latencyOf } from "./statistics";

export type HttpRequest = { method: "GET" | "POST"; path: string; headers: Record<string, string>; body?: string };

export type Load = {
  /** Where the server answers, without a path. */
  origin: string;
  connections: number;
  seconds: number;
  /** Called once for every request that is sent. */
  nextRequest: () => HttpRequest;
  /** At most so many requests, for those that cannot be repeated. */
  maxRequests?: number;
};

export type LoadResult = {
  /** Answered with a 2xx status. */
  answered: number;
  /** Until the last answer has come. */
  requestsPerSecond: number;
  /** Of the answered ones; a refusal is quick and would make the figures look better. */
  latency: Latency;
  /** How often each other status came, and how many connections broke or timed out. */
  refused: Record<string, number>;
};

const TIMEOUT_SECONDS = 30;

/**
 * Keeps so many connections busy, each with one request at a time. When the time is over nothing more is sent, and what
 * is under way is waited for: cutting it off would leave out just the slowest.
 */
export async function applyLoad({ origin, seconds, nextRequest, ...load }: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  const refused: Record<string, number> = {};
  const count = (what: string) => {
    refused[what] = (refused[what] ?? 0) + 1;
  };
  const clients: EndableClient[] = [];
  const ending = setTimeout(() => clients.forEach(endAfterAnswer), seconds * 1000);
  const startedAt = performance.now();
  let endedAt = startedAt;
  await runAutocannon(
    {
      url: origin,
      connections: load.connections,
      duration: seconds + TIMEOUT_SECONDS,
      timeout: TIMEOUT_SECONDS,
      // How often it looks whether it is done.
      sampleInt: 20,
      setupClient: (client) => clients.push(client as unknown as EndableClient),
      ...(load.maxRequests === undefined ? {} : { maxOverallRequests: Math.max(load.maxRequests, load.connections) }),
      requests: [{ setupRequest: (request) => ({ ...request, ...nextRequest() }) }],
    },
    (status, milliseconds) => {
      endedAt = performance.now();
      if (status >= 200 && status <= 299) latencies.push(milliseconds);
      else count(String(status));
    },
    (error) => count(error.message),
  );
  clearTimeout(ending);
  const answered = latencies.length;
  const requestsPerSecond = answered === 0 ? 0 : (answered / (endedAt - startedAt)) * 1000;
  return { answered, requestsPerSecond, latency: latencyOf(latencies), refused };
}

/** autocannon's client as it is: it ends itself after the answer to its last allowed request. */
type EndableClient = { reqsMade: number; responseMax?: number };

function endAfterAnswer(client: EndableClient): void {
  client.responseMax = client.reqsMade;
}

type OnAnswer = (status: number, milliseconds: number) => void;

/** autocannon rounds latencies to whole milliseconds in its own result, so every answer is looked at here. */
function runAutocannon(
  options: autocannon.Options,
  onAnswer: OnAnswer,
  onError: (error: Error) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const run = autocannon(options, (error) => (error ? reject(error) : resolve()));
    run.on("response", (_client, status, _bytes, milliseconds) => onAnswer(status, milliseconds));
    run.on("reqError", onError);
  });
}
