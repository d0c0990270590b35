import "server-only";
import type { AppRouter } from "@erp/api/root";
import type { QueryClient } from "@tanstack/react-query";
import { createHydrationHelpers } from "@trpc/react-query/rsc";
import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { pageEnv } from "../env";
import { createQueryClient } from "./query-client";
import { type PageRequest, serverBridge } from "./server-bridge";
import { sessionCookieName } from "./session-token";

const apiOfRequest = cache(() => serverBridge().openPageApi(pageRequest));

/**
 * The API for one server component: `await api.forms.list()` reads, `void api.employees.list.prefetch(…)` starts a read
 * whose answer `HydrateClient` hands to the client components below it. Layout and page each call this and hand down what
 * they asked for: from a common cache both would write everything into the page.
 */
export function serverApi() {
  const queryClient = createQueryClient();
  const { trpc, HydrateClient } = createHydrationHelpers<AppRouter>(apiOfRequest().caller, () => queryClient);
  return { api: trpc, HydrateClient: waitingFor(HydrateClient, queryClient) };
}

export function isSignedIn(): Promise<boolean> {
  return apiOfRequest().isSignedIn();
}

/** The signed-in employee, read once however many layouts and pages ask. */
export const readMe = cache(() => apiOfRequest().caller.employees.me());

type Hydrate = (props: { children: ReactNode }) => ReactNode;

/**
 * Waits for the reads that were started, all at once, so that the first picture of a page is complete. Were they sent
 * while pending, the browser could have an answer that the server's picture lacked, and would throw that picture away.
 * A failed read is left to the browser, which reads again and can say what is wrong.
 */
function waitingFor(HydrateClient: Hydrate, queryClient: QueryClient) {
  return async function HydrateWhenRead({ children }: { children: ReactNode }) {
    const queries = queryClient.getQueryCache().getAll();
    await Promise.allSettled(queries.map(({ promise }) => promise));
    return <HydrateClient>{children}</HydrateClient>;
  };
}

async function pageRequest(): Promise<PageRequest> {
  const cookie = (await cookies()).get(sessionCookieName(pageEnv().PUBLIC_URL));
  return { sessionToken: cookie?.value ?? null, locale: await getLocale() };
}
