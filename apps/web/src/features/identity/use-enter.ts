"use client";

import type { SignInResult } from "@erp/contracts/identity";
import { useRouter } from "next/navigation";
import { safeNext } from "@/lib/sign-in-address";
import { startSession } from "./session-cookie";

/** Where the challenge of a first sign-in waits for the page that answers it; gone with the tab. */
export const CHALLENGE_KEY = "new-password-challenge";

/** What follows a sign-in: the page the person came for, or the choice of a new password. Rejects on an old ticket. */
export function useEnter(next: string | null): (result: SignInResult) => Promise<void> {
  const router = useRouter();
  return async (result) => {
    if (result.next === "NEW_PASSWORD_REQUIRED") {
      sessionStorage.setItem(CHALLENGE_KEY, result.challenge);
      router.push(`/new-password?next=${encodeURIComponent(safeNext(next))}`);
      return;
    }
    await startSession(result.ticket);
    window.location.assign(safeNext(next));
    // The button stays busy until the next page is there.
    await new Promise(() => {});
  };
}
