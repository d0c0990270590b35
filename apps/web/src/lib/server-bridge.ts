import type { createCaller } from "@erp/api/root";
import type { Locale } from "@erp/contracts/units";

/** What a page's request carries that the API wants to know. */
export type PageRequest = { sessionToken: string | null; locale: Locale };

/** The API for one request of a page. Its session is looked up once, when it is first asked for. */
export type PageApi = {
  caller: ReturnType<typeof createCaller>;
  /** Whether the session still exists. Throws when the session store is away, which is not the same as signed out. */
  isSignedIn(): Promise<boolean>;
};

/**
 * What `server.ts` lends to Next's bundle, which must not contain the domain: pages call the API in process through it.
 * It lives on globalThis because the two are bundled apart and share nothing else.
 */
export type ServerBridge = {
  openPageApi(request: () => Promise<PageRequest>): PageApi;
  /** How far the API's clock is ahead of the real one; not zero only in a demo that was moved. */
  clockAheadMs(): number;
  /** Trades the ticket of a sign-in for its session, once; null when it is unknown, used or too old. */
  exchangeTicket(ticket: string): Promise<{ sessionId: string } | null>;
};

const place = globalThis as { erpServerBridge?: ServerBridge };

export function provideServerBridge(bridge: ServerBridge): void {
  place.erpServerBridge = bridge;
}

export function serverBridge(): ServerBridge {
  if (!place.erpServerBridge) throw new Error("Pages run inside src/server.ts; start that instead of `next start`.");
  return place.erpServerBridge;
}
