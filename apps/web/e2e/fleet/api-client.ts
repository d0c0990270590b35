import type { AppRouter } from "@erp/api/root";
import { wire } from "@erp/contracts/wire";
import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client";

export type ApiClient = TRPCClient<AppRouter>;

/** A person's headers at the portal: their cookie, and what a browser says of itself. */
export type Visitor = { origin: string; headers: Record<string, string> };

export function apiClientOf({ origin, headers }: Visitor): ApiClient {
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: `${origin}/api/trpc`, transformer: wire, headers })],
  });
}

/** Signs in as the sign-in page does: password for a ticket, ticket for the session's cookie. */
export async function visitAs(origin: string, email: string, password: string): Promise<Visitor> {
  const headers = { origin };
  const answer = await apiClientOf({ origin, headers }).identity.signIn.mutate({ email, password });
  if (answer.next !== "SIGNED_IN") throw new Error(`${email} was asked for ${answer.next}`);
  const csrf = await fetch(`${origin}/api/auth/csrf`, { headers });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const signedIn = await fetch(`${origin}/api/auth/callback/ticket`, {
    method: "POST",
    headers: { ...headers, cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ csrfToken, ticket: answer.ticket, json: "true" }),
    redirect: "manual",
  });
  return { origin, headers: { ...headers, cookie: cookiesOf(signedIn) } };
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
