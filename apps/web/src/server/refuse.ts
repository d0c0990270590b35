import { errorSentence } from "@erp/contracts/errors";
import type { Locale } from "@erp/contracts/units";
import type { GuardRefusal } from "./request-guards";

/** A refusal in the shape tRPC's own errors have, so that the client reads both alike. */
export function refuse({ status, code, params = {} }: GuardRefusal, locale: Locale): Response {
  const message = errorSentence(code, locale, params);
  const error = { message, code: -32_000, data: { code, params, fields: {}, httpStatus: status, path: null } };
  const headers = params.seconds === undefined ? undefined : { "retry-after": String(params.seconds) };
  return Response.json({ error }, { status, ...(headers && { headers }) });
}
