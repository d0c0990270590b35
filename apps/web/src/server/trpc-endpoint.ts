import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { answerCalls } from "@erp/api/http-calls";
import { appRouter } from "@erp/api/root";
import { pathOf, searchOf } from "./path-of";
import type { Caller, Surroundings } from "./surroundings";
import { traceparentOf } from "./trace";

export const TRPC_PATH = "/api/trpc";

/** The API. Served in front of Next's handler: a call inside a Next route costs several times as much (ADR 0005, 0017). */
export async function answerTrpc(
  { api }: Surroundings,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { sessionId, locale, source }: Caller,
): Promise<void> {
  const { method = "GET", headers } = incoming;
  const request = {
    method,
    paths: pathOf(incoming).slice(TRPC_PATH.length + 1),
    search: searchOf(incoming),
    contentType: headers["content-type"],
    readBody: () => text(incoming),
  };
  // Only changes cause events, which carry the trace on.
  const traceparent = method === "GET" ? null : traceparentOf(String(headers.traceparent ?? ""));
  const { status, body } = await answerCalls(appRouter, request, () =>
    api.createContext({ sessionId, locale, source, traceparent }),
  );
  outgoing.writeHead(status, {
    "content-type": "application/json",
    "cache-control": "no-store",
    // Without it the body is sent in chunks, in several packets.
    "content-length": Buffer.byteLength(body),
  });
  outgoing.end(body);
}
