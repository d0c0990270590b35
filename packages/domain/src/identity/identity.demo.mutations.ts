import type { DemoSignInInput, SignInResult } from "@erp/contracts/identity";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { findDemoPeople } from "./identity.demo.queries";
import { DEMO_PASSWORD } from "./identity.demo.rules";
import { signIn } from "./identity.mutations";

/**
 * Signs in as one of the people on the demo's tiles, by the same way as everybody: with their password, which in the
 * demo is no secret. Throws `identity.demo-only` where there is no demo company, or this person is on no tile.
 */
export async function demoSignIn(ctx: Ctx, { employeeId }: DemoSignInInput, source: string): Promise<SignInResult> {
  const people = await findDemoPeople(ctx);
  if (!people?.includes(employeeId)) throw new DomainError("identity.demo-only");
  const [person]: { email: string }[] = await ctx.mysql.query("SELECT email FROM employees WHERE id = ?", [employeeId]);
  if (!person) throw new DomainError("identity.demo-only");
  return signIn(ctx, { email: person.email, password: DEMO_PASSWORD }, source);
}
