import "server-only";
import type { AppRouter } from "@erp/api/root";
import { createHydrationHelpers } from "@trpc/react-query/rsc";
import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { pageEnv } from "../env";
import { createQueryClient } from "./query-client";
import { type PageRequest, serverBridge } from "./server-bridge";
import { sessionCookieName } from "./session-token";

const queryClientOfRequest = cache(() => createQueryClient());

/**
 * The API for server components, one per request: `await api.employees.me()` reads, `void api.employees.list.prefetch(…)`
 * starts a read whose answer `HydrateClient` hands to the client components below it.
 */
export const serverApi = cache(() => {
  const caller = serverBridge().createCaller(pageRequest);
  const { trpc, HydrateClient } = createHydrationHelpers<AppRouter>(caller, queryClientOfRequest);
  return { api: trpc, HydrateClient: waitingFor(HydrateClient) };
});

export async function isSignedIn(): Promise<boolean> {
  return serverBridge().isSignedIn((await pageRequest()).sessionToken);
}

type Hydrate = (props: { children: ReactNode }) => ReactNode;

/**
 * Waits for the reads that were started, all at once, so that the first picture of a page is complete. Were they sent
 * while pending, the browser could have an answer that the server's picture lacked, and would throw that picture away.
 * A failed read is left to the browser, which reads again and can say what is wrong.
 */
function waitingFor(HydrateClient: Hydrate) {
  return async function HydrateWhenRead({ children }: { children: ReactNode }) {
    const queries = queryClientOfRequest().getQueryCache().getAll();
    await Promise.allSettled(queries.map(({ promise }) => promise));
    return <HydrateClient>{children}</HydrateClient>;
  };
}

async function pageRequest(): Promise<PageRequest> {
  const cookie = (await cookies()).get(sessionCookieName(pageEnv().PUBLIC_URL));
  return { sessionToken: cookie?.value ?? null, locale: await getLocale() };
}
