import "server-only";
import type { AppRouter } from "@erp/api/root";
import { createHydrationHelpers } from "@trpc/react-query/rsc";
import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";
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
  return { api: trpc, HydrateClient };
});

export async function isSignedIn(): Promise<boolean> {
  return serverBridge().isSignedIn((await pageRequest()).sessionToken);
}

async function pageRequest(): Promise<PageRequest> {
  const cookie = (await cookies()).get(sessionCookieName(pageEnv().PUBLIC_URL));
  return { sessionToken: cookie?.value ?? null, locale: await getLocale() };
}
