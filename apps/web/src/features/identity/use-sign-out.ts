"use client";

import { trpc } from "@/lib/trpc";
import { removeSessionCookie } from "./session-cookie";

/** Ends the session on the server, then forgets the cookie. A full load leaves nothing of it in memory. */
export function useSignOut(): () => void {
  const signOut = trpc.identity.signOut.useMutation({
    onSettled: async () => {
      await removeSessionCookie();
      window.location.assign("/sign-in");
    },
  });
  return () => signOut.mutate();
}
