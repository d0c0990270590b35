import { randomBytes } from "node:crypto";

/** 256 random bits for an id that nobody may guess: of a session, a ticket, a challenge. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
