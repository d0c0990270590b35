import type { Tokens } from "@erp/identity/provider";
import type { Ctx } from "../context";
import { type AccountHolder, findHolder } from "../employees/employees.joining.mutations";
import { DomainError } from "../errors";
import { endSession, storeSession } from "../sessions";

/** How long a ticket is good, and a session that nobody has claimed with it. */
export const TICKET_SECONDS = 60;

/**
 * Opens a session with the employee's role. Somebody may change the role, or deactivate the person, while this runs,
 * and revoke all sessions just before this one exists; so the employee is read once more after it does.
 * Throws `identity.disabled` for people who have left.
 */
export async function openSession(ctx: Ctx, holder: AccountHolder, tokens: Tokens): Promise<string> {
  if (holder.status !== "ACTIVE") throw new DomainError("identity.disabled");
  const { id: employeeId, role, departmentId } = holder;
  const sessionId = await storeSession(ctx, { employeeId, role, departmentId, tokens }, TICKET_SECONDS);
  const now = await findHolder(ctx, employeeId);
  if (now.status === "ACTIVE" && now.role === role && now.departmentId === departmentId) return sessionId;
  await endSession(ctx, sessionId, employeeId);
  return openSession(ctx, now, tokens);
}
