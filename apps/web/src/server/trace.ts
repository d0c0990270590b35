import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { currentTraceparent, inSpan, isTracing } from "@erp/telemetry/tracing";
import { pathOf } from "./path-of";
import { routeOf } from "./route-of";

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;
/** Asked many times a minute by machines, and files: their spans would bury the others. */
const UNTRACED = /^\/(_next\/|healthz$|servingz$|readyz$|metrics$|icon\.)/;

/** The span around the request, its own W3C trace context, or the beginning of a new one: events it causes carry it on. */
export function traceparentOf(header: string | null | undefined): string {
  const around = currentTraceparent();
  if (around) return around;
  if (header && TRACEPARENT.test(header)) return header;
  return `00-${randomBytes(16).toString("hex")}-${randomBytes(8).toString("hex")}-01`;
}

/** Answers a request as a span, the child of the caller's where it names one. */
export function traceRequest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: () => Promise<void>,
): Promise<void> {
  if (!isTracing()) return answer();
  const { method = "GET", headers } = incoming;
  const path = pathOf(incoming);
  if (UNTRACED.test(path)) return answer();
  const attributes = { "http.request.method": method, "url.path": path };
  const parent = String(headers.traceparent ?? "");
  return inSpan(`${method} ${routeOf(path)}`, { kind: "server", parent, attributes }, async (span) => {
    await answer();
    span?.describe({ "http.response.status_code": outgoing.statusCode });
  });
}
