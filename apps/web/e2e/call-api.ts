import type { Page } from "playwright-core";

export type Answer = { status: number; code: string | null };

/** A call of the API as the page's session, past the interface: what somebody with developer tools could send. */
export function callApi(page: Page, kind: "query" | "mutation", path: string, input: unknown = null): Promise<Answer> {
  return page.evaluate(
    async ([kind, path, input]) => {
      const body = JSON.stringify(input);
      const response =
        kind === "query"
          ? await fetch(`/api/trpc/${path}?input=${encodeURIComponent(body)}`)
          : await fetch(`/api/trpc/${path}`, { method: "POST", headers: { "content-type": "application/json" }, body });
      const answer = await response.json();
      return { status: response.status, code: answer.error?.data?.code ?? null };
    },
    [kind, path, input] as const,
  );
}

/** What a query answers to the page's session; instants stay tagged, as they travel. */
export function askApi<Data>(page: Page, path: string, input: unknown = null): Promise<Data> {
  return page.evaluate(
    async ([path, input]) => {
      const response = await fetch(`/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`);
      const answer = await response.json();
      if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer.error)}`);
      return answer.result.data;
    },
    [path, input] as const,
  );
}
