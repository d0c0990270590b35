type Asked = { url?: string | undefined };

/** The path a request asks for, without what follows the question mark. */
export function pathOf({ url = "/" }: Asked): string {
  return url.split("?", 1)[0] ?? "/";
}

/** What follows the first question mark; another one belongs to it. */
export function searchOf({ url = "" }: Asked): URLSearchParams {
  const mark = url.indexOf("?");
  return new URLSearchParams(mark === -1 ? "" : url.slice(mark));
}
