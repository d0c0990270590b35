import type { EmployeeActor } from "../actor";
import { signedIn } from "../actor";
import type { Ctx } from "../context";

/** The actor as MySQL knows them now. Throws `request.signed-out` when the account is no longer active. */
export async function confirmActor(ctx: Ctx): Promise<EmployeeActor> {
  return signedIn(ctx);
}
