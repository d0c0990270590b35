/**
 * The web program: one process that serves the API, the socket's authorization, health and metrics itself, and hands
 * every other request to Next. Run from source in development (`tsx src/server.ts`), bundled in production.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { openApi } from "@erp/api/server";
import { createLog } from "@erp/telemetry/log";
import { startTracing } from "@erp/telemetry/start-tracing";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { provideServerBridge } from "./lib/server-bridge";
import { answerCall, answerInsteadOfNext, answerOwnPath, isCall, isOwnPath } from "./server/answer";
import { createServerBridge } from "./server/bridge";
import { readServerEnv } from "./server/env";
import type { Readiness } from "./server/health-endpoints";
import { observeRequest } from "./server/observe-request";
import { pathOf } from "./server/path-of";
import { createRateLimits } from "./server/rate-limits";
import { setSecurityHeaders } from "./server/security-headers";
import { createSessionIdReader } from "./server/session-cookie";
import { shutDownOnSignal } from "./server/shut-down";
import type { Surroundings } from "./server/surroundings";
import { traceRequest } from "./server/trace";

const env = readServerEnv();
const log = createLog("web", env.LOG_LEVEL);
const stopTracing = await startTracing({
  program: "web",
  endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
  sampledShare: env.OTEL_TRACES_SAMPLER_ARG,
});
const api = await openApi(env, log);
const surroundings: Surroundings = {
  api,
  env,
  origin: new URL(env.PUBLIC_URL).origin,
  log,
  readSessionId: createSessionIdReader(env.SESSION_SECRET),
  rateLimits: createRateLimits(
    { person: env.REQUESTS_PER_MINUTE_PER_PERSON, source: env.REQUESTS_PER_MINUTE_PER_SOURCE },
    api.addRequestCounts,
  ),
};
provideServerBridge(createServerBridge(surroundings));

// Both src/server.ts and dist/server.js lie one folder below the application.
const pages = next({
  dev: env.NODE_ENV === "development",
  dir: fileURLToPath(new URL("..", import.meta.url)),
  port: env.WEB_PORT,
});
await pages.prepare();
const handlePage = pages.getRequestHandler();
const readiness: Readiness = { isClosing: false };

/** Answers with a web Response. The global Response stays Node's own: Next depends on it. */
function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: Request) => Response | Promise<Response>,
): Promise<void> {
  const errorHandler = (err: unknown) => {
    log.error({ err, path: pathOf(incoming) }, "request failed");
    return new Response(null, { status: 503 });
  };
  return getRequestListener(answer, { overrideGlobalObjects: false, errorHandler })(incoming, outgoing);
}

async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  setSecurityHeaders(outgoing, env.PUBLIC_URL);
  // Whoever keeps connections open (a balancer, a browser) opens the next one at a process that stays.
  if (readiness.isClosing) outgoing.setHeader("Connection", "close");
  const path = pathOf(incoming);
  if (isCall(path)) {
    const refusal = await answerCall(surroundings, incoming, outgoing);
    return refusal ? respond(incoming, outgoing, () => refusal) : undefined;
  }
  if (isOwnPath(path)) {
    return respond(incoming, outgoing, (request) => answerOwnPath(surroundings, readiness, incoming, request));
  }
  const instead = await answerInsteadOfNext(surroundings, incoming);
  return instead ? respond(incoming, outgoing, () => instead) : handlePage(incoming, outgoing);
}

const server = createServer((incoming, outgoing) => {
  observeRequest(incoming, outgoing);
  traceRequest(incoming, outgoing, () => handle(incoming, outgoing)).catch((err: unknown) => {
    log.error({ err, path: pathOf(incoming) }, "request failed");
    outgoing.destroy();
  });
});
// Longer than any proxy keeps an idle connection (CloudFront 60 s): closed from here, the next request may be under way on it.
server.keepAliveTimeout = 75_000;
server.listen(env.WEB_PORT, () => log.info({ port: env.WEB_PORT, url: env.PUBLIC_URL }, "web is up"));

shutDownOnSignal(server, log, {
  onClosing: () => {
    readiness.isClosing = true;
  },
  drainMs: env.DRAIN_SECONDS * 1000,
  close: async () => {
    surroundings.rateLimits.stop();
    await pages.close();
    await api.close();
    await stopTracing();
  },
});
