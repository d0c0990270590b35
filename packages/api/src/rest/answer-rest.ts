import { type ErrorCode, errorSentence } from "@erp/contracts/errors";
import type { Locale } from "@erp/contracts/units";
import { getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { ApiContext } from "../context";
import { refusalOf, toTrpcError } from "../errors";
import { createCaller } from "../root";
import { openApiDocument } from "./open-api";
import { inputSchemaOf } from "./procedure-schemas";
import { inputFromQuery } from "./rest-input";
import { type RestRoute, routesOf } from "./rest-routes";

export const REST_PATH = "/api/v1";

export type RestRequest = {
  method: string;
  /** Behind `/api/v1`. */
  path: string;
  query: URLSearchParams;
  readBody(): Promise<string>;
  locale: Locale;
};

export type RestAnswer = { status: number; headers: Record<string, string>; body: unknown };

/**
 * Answers a request of an integration. The call itself is the procedure's, with all its checks; this only finds it and
 * turns texts into its input. `createContext` is asked for last: nobody who asks for nothing is looked up.
 */
export async function answerRest(
  request: RestRequest,
  createContext: () => Promise<ApiContext>,
  publicUrl: string,
): Promise<RestAnswer> {
  const { method, path, locale } = request;
  if (method === "GET" && path === "/openapi.json") return success(openApiDocument(`${publicUrl}${REST_PATH}`));
  const routes = routesOf(path);
  if (routes.length === 0) return problem(404, "request.not-found", locale);
  const chosen = routes.find(({ route }) => route.method === method);
  if (!chosen) {
    const allow = routes.map(({ route }) => route.method).join(", ");
    return { ...problem(405, "request.invalid", locale), headers: { ...problemType, allow } };
  }
  try {
    const ctx = await createContext();
    return success(await call(chosen.route, ctx, await readInput(chosen.route, chosen.fields, request)));
  } catch (cause) {
    const error = toTrpcError(getTRPCErrorFromUnknown(cause));
    const { code, params, fields } = refusalOf(error);
    return problem(getHTTPStatusCodeFromError(error), code, locale, { params, fields });
  }
}

/** RFC 9457. `code` is for programs and does not change, `title` for people. */
export function problem(status: number, code: ErrorCode, locale: Locale, details: Details = {}): RestAnswer {
  const { params = {}, fields = {} } = details;
  const headers = status === 401 ? { ...problemType, "www-authenticate": "Bearer" } : problemType;
  return { status, headers, body: { title: errorSentence(code, locale, params), status, code, params, fields } };
}

type Details = { params?: Record<string, string | number>; fields?: Record<string, string> };
const problemType = { "content-type": "application/problem+json" };

function success(body: unknown): RestAnswer {
  return { status: 200, headers: { "content-type": "application/json" }, body };
}

async function readInput(
  { procedure }: RestRoute,
  fields: Record<string, string>,
  { method, query, readBody }: RestRequest,
): Promise<unknown> {
  const schema = inputSchemaOf(procedure);
  if (!schema) return undefined;
  const given = method === "GET" ? inputFromQuery(schema, query) : await readJson(readBody);
  return { ...given, ...fields };
}

async function readJson(readBody: () => Promise<string>): Promise<object> {
  const text = await readBody();
  try {
    const body: unknown = text === "" ? {} : JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  } catch (cause) {
    throw new TRPCError({ code: "PARSE_ERROR", cause });
  }
  throw new TRPCError({ code: "BAD_REQUEST" });
}

function call({ procedure }: RestRoute, ctx: ApiContext, input: unknown): Promise<unknown> {
  const [domain = "", name = ""] = procedure.split(".");
  const caller = createCaller(ctx) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  const procedures = caller[domain];
  if (!procedures?.[name]) throw new Error(`there is no procedure "${procedure}"`);
  return procedures[name](input);
}
