import type { IncomingMessage } from "node:http";
import type { ErrorCode } from "@erp/contracts/errors";
import { MAX_FILE_BYTES } from "@erp/contracts/files";
import { pathOf } from "./path-of";

export const MAX_BODY_BYTES = 256 * 1024;
/** A file as base64, and what stands around it. */
export const MAX_UPLOAD_BYTES = Math.ceil((MAX_FILE_BYTES * 4) / 3) + 4096;

/** The call that carries a file; it is sent alone. */
const UPLOAD_PATH = "/api/trpc/files.upload";

export type GuardRefusal = { status: number; code: ErrorCode; params?: Record<string, number> };

/**
 * What is refused before anybody reads the body. Browsers send cookies along with requests that other sites cause, and
 * tRPC accepts forms: so a request that can change something must come from a page of ours.
 */
export function refusalBeforeReading(request: IncomingMessage, publicOrigin: string): GuardRefusal | null {
  if (isReading(request.method)) return null;
  if (!isFromOurPages(request, publicOrigin)) return { status: 403, code: "request.foreign-origin" };
  return refusalOfSize(request);
}

/** For what carries a token instead of a cookie: no browser sends that along by itself, so its origin says nothing. */
export function refusalOfSize(request: IncomingMessage): GuardRefusal | null {
  const length = request.headers["content-length"];
  // Without a length the size would only be known after reading; no client of ours sends one.
  if (length === undefined && request.headers["transfer-encoding"] !== undefined)
    return { status: 411, code: "request.invalid" };
  if (Number(length ?? 0) > sizeLimitOf(request)) return { status: 413, code: "request.too-large" };
  return null;
}

function sizeLimitOf({ url = "" }: IncomingMessage): number {
  return pathOf({ url }) === UPLOAD_PATH ? MAX_UPLOAD_BYTES : MAX_BODY_BYTES;
}

function isReading(method: string | undefined): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS";
}

/** Browsers set these headers themselves; a page cannot forge them. */
function isFromOurPages(request: IncomingMessage, publicOrigin: string): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return request.headers.origin === publicOrigin;
}
