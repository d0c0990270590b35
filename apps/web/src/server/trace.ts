import { randomBytes } from "node:crypto";

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The request's W3C trace context, or the beginning of a new one: events it causes carry it on. */
export function traceparentOf(header: string | null | undefined): string {
  if (header && TRACEPARENT.test(header)) return header;
  return `00-${randomBytes(16).toString("hex")}-${randomBytes(8).toString("hex")}-01`;
}
