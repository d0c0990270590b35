import { type ErrorCode, type ErrorParams, errorCatalog, errorSentence, isErrorCode } from "@erp/contracts/errors";
import type { Locale } from "@erp/contracts/units";

export type Refusal = { code: ErrorCode; params: ErrorParams; fields: Record<string, string> };

const unavailable: Refusal = { code: "request.unavailable", params: {}, fields: {} };

/** What a failed call says. A call that never reached the server, or came back garbled, says that the server is away. */
export function refusalOf(error: unknown): Refusal {
  const data = hasData(error) ? error.data : null;
  if (typeof data?.code !== "string" || !isErrorCode(data.code)) return unavailable;
  return { code: data.code, params: data.params ?? {}, fields: data.fields ?? {} };
}

/** The sentence for a person, in the language of the page. */
export function sentenceOf(error: unknown, locale: Locale): string {
  const { code, params } = refusalOf(error);
  return errorSentence(code, locale, params);
}

/** Trying again by itself only helps where a server was away. */
export function isWorthRetrying(error: unknown): boolean {
  return errorCatalog[refusalOf(error).code].kind === "unavailable";
}

function hasData(error: unknown): error is { data: Partial<Refusal> | null | undefined } {
  return typeof error === "object" && error !== null && "data" in error;
}
