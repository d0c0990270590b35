import type { EmployeeStatus } from "@erp/contracts/employees";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { Role } from "@erp/contracts/roles";
import { combineById, onePer } from "@erp/db/combine";
import type { DataSource } from "typeorm";
import { type EmployeeActor, signedIn } from "../actor";
import type { Ctx } from "../context";
import { findHolderOf } from "../employees/employees.joining.mutations";
import { DomainError } from "../errors";
import { readSession, type Session } from "../sessions";
import { isExpiringSoon } from "./identity.rules";
import { refreshTokens } from "./identity.tokens.mutations";

/**
 * Who holds this session, or null when it has ended. On every call's path: one round trip to Redis. Throws
 * `request.unavailable` while Redis is away: not knowing somebody is not the same as their being signed out.
 */
export async function findSession(ctx: Ctx, sessionId: string): Promise<EmployeeActor | null> {
  const session = await readSession(ctx, sessionId).catch((error: unknown) => unavailable(ctx, error));
  if (session === null) return null;
  if (isExpiringSoon(session.tokens, ctx.clock.now())) renewBesides(ctx, sessionId, session);
  return {
    kind: "employee",
    id: session.employeeId,
    role: session.role,
    departmentId: session.departmentId,
    sessionId,
  };
}

/**
 * Who a token of the identity service was issued to, as MySQL knows them now: with today's role, and null for somebody
 * who has left or never signed in to the portal. A token has no session, so nothing but that and its expiry ends it.
 */
export async function findTokenHolder(ctx: Ctx, token: string): Promise<EmployeeActor | null> {
  const subject = await ctx.identity.subjectOf(token);
  if (subject === null) return null;
  const holder = await findHolderOf(ctx, subject);
  if (holder?.status !== "ACTIVE") return null;
  return { kind: "employee", id: holder.id, role: holder.role, departmentId: holder.departmentId, sessionId: null };
}

/** The actor as MySQL knows them now. Throws `request.signed-out` when the account is no longer active. */
export async function confirmActor(ctx: Ctx): Promise<EmployeeActor> {
  const actor = signedIn(ctx);
  const now = await standingsIn(ctx.mysql)(actor.id);
  if (now?.status !== "ACTIVE") throw new DomainError("request.signed-out");
  return { ...actor, role: now.role, departmentId: now.departmentId };
}

type Standing = { id: EmployeeId; role: Role; departmentId: DepartmentId; status: EmployeeStatus };

const standingsIn = onePer((mysql: DataSource) =>
  combineById(
    (ids: readonly EmployeeId[]): Promise<Standing[]> =>
      mysql.query("SELECT id, role, department_id AS departmentId, status FROM employees WHERE id IN (?)", [ids]),
    ({ id }) => id,
  ),
);

/** Nobody waits for Cognito: the call goes on, and a renewal that is refused ends the session for the next one. */
function renewBesides(ctx: Ctx, sessionId: string, session: Session): void {
  refreshTokens(ctx, sessionId, session).catch((error: unknown) =>
    ctx.log.warn({ err: error }, "tokens were not renewed"),
  );
}

function unavailable(ctx: Ctx, error: unknown): never {
  ctx.log.error({ err: error }, "sessions cannot be read");
  throw new DomainError("request.unavailable");
}
