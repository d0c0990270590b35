import { createCaller } from "@erp/api/root";
import type { ServerBridge } from "../lib/server-bridge";
import type { Surroundings } from "./surroundings";
import { traceparentOf } from "./trace";

/** The API for pages that are rendered in this process. Pages only read; their source is the server itself. */
export function createServerBridge({ api, readSessionId }: Surroundings): ServerBridge {
  return {
    openPageApi: (request) => {
      const createContext = async () => {
        const { sessionToken, locale } = await request();
        const sessionId = await readSessionId(sessionToken);
        return api.createContext({ sessionId, locale, source: "page", traceparent: traceparentOf(null) });
      };
      let created: ReturnType<typeof createContext> | null = null;
      const context = () => (created ??= createContext());
      return { caller: createCaller(context), isSignedIn: async () => (await context()).ctx.actor.kind === "employee" };
    },
    clockAheadMs: api.clockAheadMs,
    exchangeTicket: api.exchangeTicket,
  };
}
