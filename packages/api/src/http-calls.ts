/**
 * What tRPC's batching client sends over HTTP, answered without the detour over web Requests and Responses: building
 * and draining those took more CPU than an average procedure (ADR 0017). Streams, forms and method overrides are not
 * spoken: no client of ours sends them, and a form is what a foreign site could send.
 */
import {
  type AnyRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
  transformTRPCResponse,
} from "@trpc/server";
import { getHTTPStatusCode } from "@trpc/server/http";
import type { TRPCResponse } from "@trpc/server/rpc";
import type { ApiContext } from "./context";

export const MAX_BATCH_SIZE = 12;

export type HttpCalls = {
  method: string;
  /** What follows the endpoint: names of procedures, separated by commas. */
  paths: string;
  search: URLSearchParams;
  contentType: string | undefined;
  readBody(): Promise<string>;
};

/** `body` is JSON. */
export type HttpAnswer = { status: number; body: string };

/** Never rejects: what cannot be read at all is answered with one error, a call that fails with its own. */
export async function answerCalls(
  router: AnyRouter,
  request: HttpCalls,
  createContext: () => Promise<ApiContext>,
): Promise<HttpAnswer> {
  const isBatch = request.search.get("batch") === "1";
  try {
    const paths = pathsOf(request, isBatch);
    const inputs = await readInputs(router, request, isBatch);
    const ctx = await createContext();
    const responses = await Promise.all(paths.map((path, index) => call(router, request, path, inputs[index], ctx)));
    return answerWith(router, isBatch ? responses : (responses[0] as TRPCResponse));
  } catch (cause) {
    return answerWith(router, refusal(router, cause));
  }
}

function pathsOf({ method, paths }: HttpCalls, isBatch: boolean): string[] {
  if (method !== "GET" && method !== "POST") throw new TRPCError({ code: "METHOD_NOT_SUPPORTED" });
  const names = isBatch ? decode(paths).split(",") : [decode(paths)];
  if (names.length > MAX_BATCH_SIZE) throw new TRPCError({ code: "BAD_REQUEST" });
  return names;
}

/** Some clients and proxies write commas as %2C. */
function decode(paths: string): string {
  try {
    return decodeURIComponent(paths);
  } catch (cause) {
    throw new TRPCError({ code: "BAD_REQUEST", cause });
  }
}

/** The inputs by their place in the batch. */
async function readInputs(router: AnyRouter, request: HttpCalls, isBatch: boolean): Promise<Record<number, unknown>> {
  const sent = parseJson(request.method === "GET" ? request.search.get("input") : await readJsonBody(request));
  const inputs = isBatch ? sent : { 0: sent };
  if (inputs === undefined) return {};
  if (typeof inputs !== "object" || inputs === null) throw new TRPCError({ code: "BAD_REQUEST" });
  const { input } = router._def._config.transformer;
  return Object.fromEntries(Object.entries(inputs).map(([index, value]) => [index, input.deserialize(value)]));
}

function readJsonBody({ contentType, readBody }: HttpCalls): Promise<string> {
  if (contentType?.split(";", 1)[0]?.trim() !== "application/json")
    throw new TRPCError({ code: "UNSUPPORTED_MEDIA_TYPE" });
  return readBody();
}

function parseJson(text: string | null): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TRPCError({ code: "PARSE_ERROR", cause });
  }
}

async function call(
  router: AnyRouter,
  { method }: HttpCalls,
  path: string,
  input: unknown,
  ctx: ApiContext,
): Promise<TRPCResponse> {
  const type = router._def.procedures[path]?._def.type;
  try {
    if (type !== undefined && method !== (type === "mutation" ? "POST" : "GET"))
      throw new TRPCError({ code: "METHOD_NOT_SUPPORTED" });
    const getRawInput = async () => input;
    const data = await callTRPCProcedure({ router, path, type, ctx, getRawInput, signal: undefined, batchIndex: 0 });
    return { result: { data } };
  } catch (cause) {
    return refusal(router, cause, { path, type, input, ctx });
  }
}

type Failed = { path?: string; type?: "query" | "mutation"; input?: unknown; ctx?: ApiContext };

function refusal(router: AnyRouter, cause: unknown, failed: Failed = {}): TRPCResponse {
  const error = getTRPCErrorFromUnknown(cause);
  const { path, type = "unknown", input, ctx } = failed;
  return { error: getTRPCErrorShape({ config: router._def._config, error, type, path, input, ctx }) };
}

function answerWith(router: AnyRouter, response: TRPCResponse | TRPCResponse[]): HttpAnswer {
  const body = JSON.stringify(transformTRPCResponse(router._def._config, response));
  return { status: getHTTPStatusCode(response), body };
}
