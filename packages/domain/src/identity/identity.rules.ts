import { createHash } from "node:crypto";
import type { Outcome, Tokens } from "@erp/identity/provider";
import { DomainError } from "../errors";

/** Renewed this early, so that a token in use does not run out on its way. */
const RENEWAL_LEAD_MS = 5 * 60_000;

export function isExpiringSoon({ expiresAt }: Tokens, now: Date): boolean {
  return expiresAt.getTime() - now.getTime() < RENEWAL_LEAD_MS;
}

/** Whether people with this address may sign up by themselves. */
export function isCompanyAddress(email: string, domains: readonly string[]): boolean {
  return domains.includes(email.slice(email.lastIndexOf("@") + 1));
}

/** What is kept of the proof of a sign-up. It is random, so a plain hash tells nothing of it. */
export function hashOfProof(proof: string, subject: string): string {
  return createHash("sha256").update(`${subject} ${proof}`).digest("hex");
}

/** A refusal of the identity service is one of ours. */
export function accepted(outcome: Outcome): void {
  if (!outcome.ok) throw new DomainError(outcome.code, outcome.params);
}
