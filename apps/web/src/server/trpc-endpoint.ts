import { appRouter } from "@erp/api/root";
import { MAX_BATCH_SIZE } from "@erp/api/trpc";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Caller, Surroundings } from "./surroundings";
import { traceparentOf } from "./trace";

export const TRPC_PATH = "/api/trpc";

/** The API. Served in front of Next's handler: a call inside a Next route costs several times as much (ADR 0005). */
export function answerTrpc({ api }: Surroundings, request: Request, caller: Caller): Promise<Response> {
  return fetchRequestHandler({
    endpoint: TRPC_PATH,
    req: request,
    router: appRouter,
    maxBatchSize: MAX_BATCH_SIZE,
    createContext: () =>
      api.createContext({
        sessionId: caller.sessionId,
        locale: caller.locale,
        source: caller.source,
        traceparent: traceparentOf(request.headers.get("traceparent")),
      }),
    responseMeta: () => ({ headers: new Headers({ "cache-control": "no-store" }) }),
  });
}
