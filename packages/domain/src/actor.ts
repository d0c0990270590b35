import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { Role } from "@erp/contracts/roles";
import type { Ctx } from "./context";
import { DomainError } from "./errors";

/** Who acts. Comes from the session, or from the worker itself; never from input. */
export type Actor = EmployeeActor | SystemActor | Nobody;
export type EmployeeActor = {
  kind: "employee";
  id: EmployeeId;
  role: Role;
  departmentId: DepartmentId;
  sessionId: string | null;
};
export type SystemActor = { kind: "system"; name: string };
export type Nobody = { kind: "nobody" };

export const nobody: Nobody = { kind: "nobody" };

/** The signed-in employee. Throws `request.signed-out` for anybody else: a worker never does a person's act. */
export function signedIn(ctx: Ctx): EmployeeActor {
  if (ctx.actor.kind !== "employee") throw new DomainError("request.signed-out");
  return ctx.actor;
}

/** What events and history record as the actor; null where the system acted. */
export function actorIdOf(actor: Actor): EmployeeId | null {
  return actor.kind === "employee" ? actor.id : null;
}
