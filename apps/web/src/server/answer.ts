import type { IncomingMessage, ServerResponse } from "node:http";
import { answerFileRequest, isFilePath } from "./files-endpoint";
import { answerHealthz, answerMetrics, answerReadyz, answerServingz, type Readiness } from "./health-endpoints";
import { pathOf } from "./path-of";
import { answerRealtimeAuth, REALTIME_AUTH_PATH } from "./realtime-endpoint";
import { refuse } from "./refuse";
import { type GuardRefusal, refusalBeforeReading } from "./request-guards";
import { isInternal } from "./request-source";
import { answerRestCall, isRestPath } from "./rest-endpoint";
import { type Caller, callerOf, type Surroundings } from "./surroundings";
import { answerTrpc, TRPC_PATH } from "./trpc-endpoint";
import { answerUnavailable } from "./unavailable-page";

const healthPaths = ["/healthz", "/servingz", "/readyz", "/metrics"];

/** Whether the server answers a path itself; everything else is Next's. */
export function isOwnPath(path: string): boolean {
  return path === REALTIME_AUTH_PATH || healthPaths.includes(path) || isRestPath(path) || isFilePath(path);
}

export function isCall(path: string): boolean {
  return path.startsWith(`${TRPC_PATH}/`);
}

export async function answerOwnPath(
  surroundings: Surroundings,
  readiness: Readiness,
  incoming: IncomingMessage,
  request: Request,
): Promise<Response> {
  const path = pathOf(incoming);
  if (path === "/healthz") return answerHealthz();
  if (path === "/servingz") return answerServingz(readiness);
  if (path === "/readyz") return answerReadyz(surroundings, readiness);
  if (path === "/metrics") return isInternal(incoming) ? answerMetrics() : new Response(null, { status: 404 });
  if (isRestPath(path)) return answerRestCall(surroundings, incoming, request);

  const caller = await callerOf(surroundings, incoming);
  const refusal = refusalOfCall(surroundings, incoming, caller);
  if (refusal) return refuse(refusal, caller.locale);
  if (isFilePath(path)) return answerFileRequest(surroundings, request, caller);
  return answerRealtimeAuth(surroundings, request, caller);
}

/** Answers calls of the API, or says why they are refused before they are read. */
export async function answerCall(
  surroundings: Surroundings,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<Response | null> {
  const caller = await callerOf(surroundings, incoming);
  const refusal = refusalOfCall(surroundings, incoming, caller);
  if (refusal) return refuse(refusal, caller.locale);
  await answerTrpc(surroundings, incoming, outgoing, caller);
  return null;
}

/** What Next is not asked at all: requests of foreign pages, floods, and pages while sessions cannot be read. */
export async function answerInsteadOfNext(
  surroundings: Surroundings,
  incoming: IncomingMessage,
): Promise<Response | null> {
  const path = pathOf(incoming);
  if (path.startsWith("/_next/")) return null;
  const caller = await callerOf(surroundings, incoming);
  const refusal = refusalOfCall(surroundings, incoming, caller);
  if (refusal) return refuse(refusal, caller.locale);
  if (path.startsWith("/api/") || (await canReadSession(surroundings, caller))) return null;
  return answerUnavailable(caller.locale);
}

function refusalOfCall(
  { origin, rateLimits }: Surroundings,
  incoming: IncomingMessage,
  caller: Caller,
): GuardRefusal | null {
  return (
    refusalBeforeReading(incoming, origin) ??
    // The session, not its cookie: one session has many of those.
    rateLimits.refusalFor({ source: caller.source, person: caller.sessionId }, callsIn(pathOf(incoming)))
  );
}

/** A batch of calls is one request, whose path names each. */
export function callsIn(path: string): number {
  return isCall(path) ? path.split(/,|%2c/i).length : 1;
}

/** False only when the session store does not answer; an ended session is the page's own business. */
async function canReadSession({ api, log }: Surroundings, { sessionId }: Caller): Promise<boolean> {
  if (!sessionId) return true;
  return api.isSignedIn(sessionId).then(
    () => true,
    (err: unknown) => {
      log.error({ err }, "sessions cannot be read");
      return false;
    },
  );
}
