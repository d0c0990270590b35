import type { ErrorCode } from "@erp/contracts/errors";
import type { AccessWorld, Persona } from "./access-world";

/**
 * What a call ends in. "ok" and codes speak for themselves; "without-it": answered, but nothing of the subject's is in
 * the answer; "refused-each": a bulk call that was answered with a refusal of every item.
 */
export type Outcome = "ok" | "without-it" | "refused-each" | ErrorCode;

/** For one procedure: what it is called with (anew for each call) and how it ends for each persona. */
export type AccessRow = { input?: (world: AccessWorld) => unknown; ends: Record<Persona, Outcome> };

/** The same for everybody, signed in or not. */
export function open(outcome: Outcome): AccessRow["ends"] {
  return all(outcome, outcome);
}

export function all(outcome: Outcome, forNobody: Outcome = "request.signed-out"): AccessRow["ends"] {
  const [stranger, peer, foreignManager, subject, manager, hr] = Array<Outcome>(6).fill(outcome) as [
    Outcome,
    Outcome,
    Outcome,
    Outcome,
    Outcome,
    Outcome,
  ];
  return { nobody: forNobody, stranger, peer, foreignManager, subject, manager, hr };
}

export function but(ends: AccessRow["ends"], exceptions: Partial<AccessRow["ends"]>): AccessRow["ends"] {
  return { ...ends, ...exceptions };
}

export const onlyHr = but(all("request.forbidden"), { hr: "ok" });
