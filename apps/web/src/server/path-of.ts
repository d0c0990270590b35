/** The path a request asks for, without what follows the question mark. */
export function pathOf({ url = "/" }: { url?: string | undefined }): string {
  return url.split("?", 1)[0] ?? "/";
}
