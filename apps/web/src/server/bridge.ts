import { createCaller } from "@erp/api/root";
import type { ServerBridge } from "../lib/server-bridge";
import type { Surroundings } from "./surroundings";
import { traceparentOf } from "./trace";

/** The API for pages that are rendered in this process. Pages only read; their source is the server itself. */
export function createServerBridge({ api, readSessionId }: Surroundings): ServerBridge {
  return {
    createCaller: (request) =>
      createCaller(async () => {
        const { sessionToken, locale } = await request();
        return api.createContext({
          sessionId: await readSessionId(sessionToken),
          locale,
          source: "page",
          traceparent: traceparentOf(null),
        });
      }),
    isSignedIn: async (sessionToken) => api.isSignedIn(await readSessionId(sessionToken)),
    clockAheadMs: api.clockAheadMs,
    exchangeTicket: api.exchangeTicket,
  };
}
