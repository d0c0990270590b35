import autocannon from "autocannon";
import { ascending, type Latency, percentile } from "./statistics";

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
  requestsPerSecond: number;
  /** Of the answered ones; a refusal is quick and would make the figures look better. */
  latency: Latency;
  /** How often each other status came, and how many connections broke or timed out. */
  refused: Record<string, number>;
  /** Bytes of an average answer, headers included. */
  answerBytes: number;
};

/** Keeps so many connections busy, each with one request at a time. Requests still under way at the end do not count. */
export async function applyLoad({ origin, connections, seconds, nextRequest, maxRequests }: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  const refused: Record<string, number> = {};
  let bytes = 0;
  let endedAt = performance.now();
  const startedAt = endedAt;
  const count = (what: string) => {
    refused[what] = (refused[what] ?? 0) + 1;
  };
  await runAutocannon(
    {
      url: origin,
      connections,
      duration: seconds,
      // How often it looks whether time is over.
      sampleInt: 50,
      timeout: 30,
      ...(maxRequests === undefined ? {} : { maxOverallRequests: Math.max(maxRequests, connections) }),
      requests: [{ setupRequest: (request) => ({ ...request, ...nextRequest() }) }],
    },
    (status, answerSize, milliseconds) => {
      endedAt = performance.now();
      if (status < 200 || status > 299) return count(String(status));
      latencies.push(milliseconds);
      bytes += answerSize;
    },
    (error) => count(error.message),
  );
  const sorted = ascending(latencies);
  return {
    answered: sorted.length,
    requestsPerSecond: (sorted.length / (endedAt - startedAt)) * 1000,
    latency: { p50: percentile(sorted, 50), p99: percentile(sorted, 99) },
    refused,
    answerBytes: bytes / sorted.length,
  };
}

type OnAnswer = (status: number, answerBytes: number, milliseconds: number) => void;

/** autocannon rounds latencies to whole milliseconds in its own result, so every answer is looked at here. */
function runAutocannon(
  options: autocannon.Options,
  onAnswer: OnAnswer,
  onError: (error: Error) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const run = autocannon(options, (error) => (error ? reject(error) : resolve()));
    run.on("response", (_client, ...answer) => onAnswer(...answer));
    run.on("reqError", onError);
  });
}
