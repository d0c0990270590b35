import type { Role } from "@erp/contracts/roles";
import type { Locale } from "@erp/contracts/units";
import { type Actor, nobody } from "@erp/domain/actor";
import { exchangeTicket } from "@erp/domain/identity/identity.mutations";
import { findSession, findTokenHolder } from "@erp/domain/identity/identity.queries";
import { addRequestCounts } from "@erp/domain/request-counts";
import { openRuntime, type RuntimeEnv, runtimeEnv } from "@erp/domain/runtime";
import type { Log } from "@erp/telemetry/log";
import { TRPCError } from "@trpc/server";
import type { ApiContext } from "./context";
import { toTrpcError } from "./errors";
import { authorizeChannel, type ChannelAnswer } from "./realtime";

/** What of the environment the API needs; a program that serves it adds its own. */
export const apiEnv = runtimeEnv;

/** A call as the edge knows it: a session id that may be over, and where it came from. */
export type Call = { sessionId: string | null; locale: Locale; source: string; traceparent: string | null };

/** The API with its servers opened: all a program needs to serve it, and nothing of what lies below. */
export type OpenedApi = {
  /** Throws SERVICE_UNAVAILABLE while sessions cannot be read. */
  createContext(call: Call): Promise<ApiContext>;
  /** The same for a call that carries a token of the identity service, or none. Throws as `createContext` does. */
  createTokenContext(call: Omit<Call, "sessionId"> & { token: string | null }): Promise<ApiContext>;
  /** Whether the session still exists. Throws while sessions cannot be read: that is not the same as signed out. */
  isSignedIn(sessionId: string | null): Promise<boolean>;
  exchangeTicket(ticket: string): Promise<{ sessionId: string; role: Role } | null>;
  /** Whether the session's holder may listen to a channel of the socket. Throws while sessions or documents cannot be read. */
  authorizeChannel(sessionId: string | null, channel: string): Promise<ChannelAnswer>;
  /** Adds this process's counts of requests to everybody's; answers the totals. Rejects while Redis is away. */
  addRequestCounts(window: number, counts: ReadonlyMap<string, number>): Promise<Map<string, number>>;
  missingDependencies(): Promise<string[]>;
  /** How far the API's clock is ahead of the real one; not zero only in a demo that was moved. */
  clockAheadMs(): number;
  close(): Promise<void>;
};

/** Rejects, naming the server, when one cannot be reached. */
export async function openApi(env: RuntimeEnv, log: Log): Promise<OpenedApi> {
  const runtime = await openRuntime(env, log);
  const actorOf = async (sessionId: string | null): Promise<Actor> =>
    (sessionId && (await findSession(runtime.contextFor(nobody), sessionId))) || nobody;
  return {
    async createContext({ sessionId, locale, source, traceparent }) {
      const actor = await actorOf(sessionId).catch(refuseCall);
      return { ctx: runtime.contextFor(actor, traceparent), locale, source };
    },
    async createTokenContext({ token, locale, source, traceparent }) {
      const holder = token && (await findTokenHolder(runtime.contextFor(nobody), token).catch(refuseCall));
      return { ctx: runtime.contextFor(holder || nobody, traceparent), locale, source };
    },
    isSignedIn: async (sessionId) => (await actorOf(sessionId)).kind === "employee",
    exchangeTicket: (ticket) => exchangeTicket(runtime.contextFor(nobody), ticket),
    authorizeChannel: async (sessionId, channel) =>
      authorizeChannel(runtime.contextFor(await actorOf(sessionId)), channel),
    addRequestCounts: (window, counts) => addRequestCounts(runtime.contextFor(nobody), window, counts),
    missingDependencies: runtime.missingDependencies,
    clockAheadMs: runtime.clockAheadMs,
    close: runtime.close,
  };
}

/** tRPC asks for the context before its own error handling begins, so the translation happens here too. */
function refuseCall(cause: unknown): never {
  throw toTrpcError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause }));
}
