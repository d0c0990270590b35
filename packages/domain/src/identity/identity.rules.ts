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

/** A refusal of the identity service is one of ours. */
export function accepted(outcome: Outcome): void {
  if (!outcome.ok) throw new DomainError(outcome.code, outcome.params);
}
