import type { EmployeeId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import type { ApprovalSubstitutionRow } from "@erp/db/mysql/entities/approval-substitutions";
import type { EmployeeActor } from "../actor";
import { DomainError } from "../errors";

/** Whose substitutes these are: one's own; HR administrators may look after those of others. Throws `request.forbidden`. */
export function requirePrincipal(actor: EmployeeActor, employeeId: EmployeeId = actor.id): EmployeeId {
  if (employeeId === actor.id || hasPermission(actor.role, "approvals:name-substitutes")) return employeeId;
  throw new DomainError("request.forbidden");
}

/** The approver ends it, or HR. Somebody else's is answered like one that does not exist. */
export function requireMayEnd(
  actor: EmployeeActor,
  { principalId }: Pick<ApprovalSubstitutionRow, "principalId">,
): void {
  if (principalId === actor.id || hasPermission(actor.role, "approvals:name-substitutes")) return;
  throw new DomainError("substitution.not-found");
}
