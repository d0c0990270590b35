import type { ErrorKind } from "@erp/contracts/define-errors";
import { type ErrorCode, type ErrorParams, errorCatalog } from "@erp/contracts/errors";
import { fieldMessageOf } from "@erp/contracts/field-messages";
import { DomainError } from "@erp/domain/errors";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";

export type ErrorRefusal = { code: ErrorCode; params: ErrorParams; fields: Record<string, string> };

const trpcCodes = {
  invalid: "BAD_REQUEST",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  "not-found": "NOT_FOUND",
  conflict: "CONFLICT",
  throttled: "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ErrorKind, TRPCError["code"]>;

/** Gives a DomainError the status of its kind; leaves everything else as it is. */
export function toTrpcError(error: TRPCError): TRPCError {
  const { cause } = error;
  if (cause instanceof DomainError) return new TRPCError({ code: trpcCodes[errorCatalog[cause.code].kind], cause });
  return error.code === "INTERNAL_SERVER_ERROR" ? new TRPCError({ code: "SERVICE_UNAVAILABLE", cause }) : error;
}

/** What of an error a person may know. Anything unexpected becomes `request.unavailable`, without its text. */
export function refusalOf(error: TRPCError): ErrorRefusal {
  const { cause } = error;
  if (cause instanceof DomainError) return { code: cause.code, params: cause.params, fields: cause.fields };
  if (cause instanceof ZodError && error.code === "BAD_REQUEST")
    return { code: "request.invalid", params: {}, fields: fieldsOf(cause) };
  return { code: codesByStatus[error.code] ?? "request.unavailable", params: {}, fields: {} };
}

const codesByStatus: Partial<Record<TRPCError["code"], ErrorCode>> = {
  BAD_REQUEST: "request.invalid",
  PARSE_ERROR: "request.invalid",
  UNPROCESSABLE_CONTENT: "request.invalid",
  UNSUPPORTED_MEDIA_TYPE: "request.invalid",
  METHOD_NOT_SUPPORTED: "request.invalid",
  PAYLOAD_TOO_LARGE: "request.too-large",
  UNAUTHORIZED: "request.signed-out",
  FORBIDDEN: "request.forbidden",
  NOT_FOUND: "request.not-found",
};

function fieldsOf(error: ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), fieldMessageOf(issue.message)]));
}
