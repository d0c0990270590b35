import type { SignInResult } from "@erp/contracts/identity";
import type { EmployeeActor } from "../actor";
import type { Ctx } from "../context";
import { exchangeTicket, signIn } from "../identity/identity.mutations";
import { confirmSignUp, signUp } from "../identity/identity.sign-up.mutations";
import { lastMailedCode, newAddress, TEST_PASSWORD } from "./accounts";

let sources = 0;

/** Where a request comes from, another one each time: throttling counts them apart. */
export function newSource(): string {
  sources += 1;
  return `10.1.${Math.floor(sources / 256)}.${sources % 256}`;
}

/** Signs somebody up for the department SALES; returns their address, and what proves the sign-up theirs. */
export async function signedUp(ctx: Ctx, name = "김하늘"): Promise<{ email: string; proof: string }> {
  const email = newAddress();
  const form = { email, password: TEST_PASSWORD, name, departmentCode: "SALES" };
  const { proof } = await signUp(ctx, form, newSource());
  return { email, proof };
}

/** As `signedUp`, with the mailed code entered. */
export async function confirmed(ctx: Ctx, name?: string): Promise<string> {
  const { email, proof } = await signedUp(ctx, name);
  await confirmSignUp(ctx, { email, proof, code: await lastMailedCode(email) }, newSource());
  return email;
}

/** Signs in with the password of all tests and exchanges the ticket, as a browser does. */
export async function signedIn(ctx: Ctx, email: string): Promise<EmployeeActor & { sessionId: string }> {
  const result = await signIn(ctx, { email, password: TEST_PASSWORD }, newSource());
  const actor = await exchangeTicket(ctx, ticketOf(result));
  if (actor === null) throw new Error("the ticket was not accepted");
  return actor;
}

export function ticketOf(result: SignInResult): string {
  if (result.next !== "SIGNED_IN") throw new Error("a new password was asked for");
  return result.ticket;
}
