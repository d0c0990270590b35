import "server-only";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { pageEnv } from "../env";
import { serverBridge } from "./server-bridge";
import { SESSION_MAX_AGE_SECONDS, sessionCookieName } from "./session-token";

/**
 * next-auth only keeps the cookie: signing in is a procedure of the API, whose one-time ticket is traded here for a
 * cookie with the session's id and nothing else; rights come from the session and from MySQL.
 */
export function authOptions(): AuthOptions {
  const { SESSION_SECRET, PUBLIC_URL } = pageEnv();
  return {
    secret: SESSION_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: {
        name: sessionCookieName(PUBLIC_URL),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: PUBLIC_URL.startsWith("https://") },
      },
    },
    providers: [
      Credentials({
        id: "ticket",
        credentials: { ticket: {} },
        authorize: async (credentials) => {
          const session = await serverBridge().exchangeTicket(credentials?.ticket ?? "");
          return session ? { id: session.sessionId } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id } : token),
    },
  };
}
