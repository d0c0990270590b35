import type { IncomingMessage } from "node:http";
import { answerRest, problem, REST_PATH, type RestAnswer } from "@erp/api/rest/answer-rest";
import { type Locale, locale } from "@erp/contracts/units";
import { refusalOfSize } from "./request-guards";
import { sourceOf } from "./request-source";
import type { Surroundings } from "./surroundings";
import { traceparentOf } from "./trace";

/** Enough of a token to tell it from others: the end of its signature. */
const TOKEN_KEY_LENGTH = 32;

export function isRestPath(path: string): boolean {
  return path.startsWith(`${REST_PATH}/`);
}

/** The API for integrations. Cookies mean nothing here, so no page of another site can act for anybody. */
export async function answerRestCall(
  { api, env, origin, rateLimits }: Surroundings,
  incoming: IncomingMessage,
  request: Request,
): Promise<Response> {
  const token = tokenIn(request.headers.get("authorization"));
  const source = sourceOf(incoming, env.TRUSTED_PROXY_HOPS);
  const language = languageOf(request.headers.get("accept-language"));
  const refusal =
    refusalOfSize(incoming) ??
    rateLimits.refusalFor({ source, person: token && `token:${token.slice(-TOKEN_KEY_LENGTH)}` });
  if (refusal) return toResponse(problem(refusal.status, refusal.code, language, refusal), refusal.params?.seconds);

  const { pathname, searchParams } = new URL(request.url);
  const traceparent = traceparentOf(request.headers.get("traceparent"));
  const answer = await answerRest(
    {
      method: request.method,
      path: pathname.slice(REST_PATH.length),
      query: searchParams,
      readBody: () => request.text(),
      locale: language,
    },
    () => api.createTokenContext({ token, locale: language, source, traceparent }),
    origin,
  );
  return toResponse(answer);
}

function toResponse({ status, headers, body }: RestAnswer, retryAfterSeconds?: number): Response {
  const all = new Headers({ "cache-control": "no-store", ...headers });
  if (retryAfterSeconds !== undefined) all.set("retry-after", String(retryAfterSeconds));
  // A procedure that answers nothing has no JSON either.
  return body === undefined
    ? new Response(null, { status: 204, headers: all })
    : new Response(JSON.stringify(body), { status, headers: all });
}

function tokenIn(header: string | null): string | null {
  return /^Bearer\s+(\S+)$/i.exec(header ?? "")?.[1] ?? null;
}

/** The first of the languages we speak, in the order they were named; Korean otherwise. */
function languageOf(header: string | null): Locale {
  const named = (header ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return named.map((name) => locale.safeParse(name).data).find((each) => each !== undefined) ?? "ko";
}
