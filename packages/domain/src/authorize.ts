import { hasPermission, type Permission } from "@erp/contracts/permissions";
import { type EmployeeActor, signedIn } from "./actor";
import type { Ctx } from "./context";
import { DomainError } from "./errors";

/**
 * The signed-in employee, if their role may do this at all. Whether they may do it to a given record is the
 * domain's `<domain>.policy.ts`. Throws `request.signed-out` or `request.forbidden`.
 */
export function authorize(ctx: Ctx, permission: Permission): EmployeeActor {
  const actor = signedIn(ctx);
  if (!hasPermission(actor.role, permission)) throw new DomainError("request.forbidden");
  return actor;
}
