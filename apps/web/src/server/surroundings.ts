import type { IncomingMessage } from "node:http";
import type { OpenedApi } from "@erp/api/server";
import type { Locale } from "@erp/contracts/units";
import type { Log } from "@erp/telemetry/log";
import { LOCALE_COOKIE, parseLocale } from "../lib/preferences";
import type { ServerEnv } from "./env";
import type { RateLimits } from "./rate-limits";
import { sourceOf } from "./request-source";
import { cookieIn, type ReadSessionId, sessionTokenIn } from "./session-cookie";

/** What every endpoint of the server works with. */
export type Surroundings = {
  api: OpenedApi;
  env: ServerEnv;
  /** The portal's own, as browsers send it. */
  origin: string;
  log: Log;
  readSessionId: ReadSessionId;
  rateLimits: RateLimits;
};

/** Who asks, as far as the edge can tell. Whether the session still exists is not known yet. */
export type Caller = { source: string; sessionId: string | null; locale: Locale };

export async function callerOf({ env, readSessionId }: Surroundings, request: IncomingMessage): Promise<Caller> {
  const { cookie } = request.headers;
  const sessionToken = sessionTokenIn(cookie, env.PUBLIC_URL);
  return {
    source: sourceOf(request, env.TRUSTED_PROXY_HOPS),
    sessionId: await readSessionId(sessionToken),
    locale: parseLocale(cookieIn(cookie, LOCALE_COOKIE) ?? undefined),
  };
}
