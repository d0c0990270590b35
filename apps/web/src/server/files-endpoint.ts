import { readFileAt } from "@erp/api/read-file";
import { FILES_PATH, type FileContent } from "@erp/contracts/files";
import { refuse } from "./refuse";
import type { Caller, Surroundings } from "./surroundings";

export function isFilePath(path: string): boolean {
  return path.startsWith(`${FILES_PATH}/`);
}

/** A file that people uploaded, as bytes; who may have it is the procedure's decision that reads it (ADR 0020). */
export async function answerFileRequest(
  { api }: Surroundings,
  request: Request,
  { sessionId, locale, source }: Caller,
): Promise<Response> {
  if (request.method !== "GET") return refuse({ status: 405, code: "request.invalid" }, locale);
  const { pathname } = new URL(request.url);
  const answer = await readFileAt(pathname, () => api.createContext({ sessionId, locale, source, traceparent: null }));
  if ("refusal" in answer) {
    const { status, code } = answer.refusal;
    return refuse({ status, code }, locale);
  }
  const { file } = answer;
  return new Response(Buffer.from(file.base64, "base64"), { headers: headersOf(file) });
}

/** Always saved, never opened under our address: what people upload has no business there. Pictures on a page still show. */
export function headersOf({ name, type, size }: Omit<FileContent, "base64">): Record<string, string> {
  return {
    "content-type": type,
    "content-length": String(size),
    "content-disposition": `attachment; filename*=UTF-8''${encodeName(name)}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
  };
}

/** RFC 8187: percent-encoded UTF-8, also for what encodeURIComponent leaves alone. Half a surrogate pair has no encoding and becomes U+FFFD. */
function encodeName(name: string): string {
  return encodeURIComponent(Buffer.from(name).toString()).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
