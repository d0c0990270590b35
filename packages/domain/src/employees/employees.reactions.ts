import type { EmployeeStatus } from "@erp/contracts/employees";
import type { EventEnvelope } from "@erp/contracts/events";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Position } from "@erp/contracts/roles";
import { employees } from "@erp/db/mysql/entities/employees";
import { IsNull } from "typeorm";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { endSessionsBefore, endSessionsOf } from "../sessions";
import { inTransactionOnce } from "../transaction";
import { endsSessions } from "./employees.rules";

/*
 * The identity service and the sessions follow MySQL. Each reaction reads the employee as they are now instead of as
 * they were at the event, so a late or repeated delivery cannot bring back an older state.
 */

/** Gives an invited person an account and a mail, and ties the account to them. */
export async function onEmployeeInvited(
  ctx: Ctx,
  { data: { employeeId } }: EventEnvelope<"employee.invited">,
): Promise<void> {
  const person = await readAccount(ctx, employeeId);
  if (person.status !== "ACTIVE") return;
  if (person.subject === null) {
    const { subject } = await ctx.identity.invite(person);
    await ctx.mysql.manager.update(
      employees,
      { id: employeeId, cognitoSubject: IsNull() },
      { cognitoSubject: subject },
    );
  }
  await ctx.identity.mirrorAttributes(person.email, person);
}

/**
 * Sends a new invitation to somebody who has never signed in, one mail however often the event comes; a delivery that died
 * after its mail may cost a second one. The account is tied also when that mail has been answered meanwhile: nobody else
 * would tie it any more.
 */
export async function onInvitationResent(ctx: Ctx, event: EventEnvelope<"employee.invitation-resent">): Promise<void> {
  const { employeeId } = event.data;
  const person = await readAccount(ctx, employeeId);
  if (person.status !== "ACTIVE") return;
  await inTransactionOnce(ctx, "identity", event, async (tx) => {
    const { subject } = await ctx.identity.inviteAgain(person);
    await tx.update(employees, { id: employeeId }, { cognitoSubject: subject });
  });
  await ctx.identity.mirrorAttributes(person.email, person);
}

export async function onEmployeeJoined(
  ctx: Ctx,
  { data: { employeeId } }: EventEnvelope<"employee.joined">,
): Promise<void> {
  await mirror(ctx, await readAccount(ctx, employeeId));
}

export async function onEmployeeEdited(ctx: Ctx, { data }: EventEnvelope<"employee.edited">): Promise<void> {
  if (endsSessions(data.changed)) await endSessionsOf(ctx, data.employeeId);
  await mirror(ctx, await readAccount(ctx, data.employeeId));
  await tell(ctx, data.employeeId);
}

/** Whoever signed in with the old password is out, whatever became of the sessions at the reset. */
export async function onPasswordReset(ctx: Ctx, event: EventEnvelope<"employee.password-reset">): Promise<void> {
  await endSessionsBefore(ctx, event.data.employeeId, new Date(event.occurredAt));
}

export async function onEmployeeDeactivated(
  ctx: Ctx,
  { data: { employeeId } }: EventEnvelope<"employee.deactivated">,
): Promise<void> {
  const person = await readAccount(ctx, employeeId);
  if (person.status !== "LEAVER") return;
  await endSessionsOf(ctx, employeeId);
  await ctx.identity.disable(person.email);
  await tell(ctx, employeeId);
}

export async function onEmployeeReactivated(
  ctx: Ctx,
  { data: { employeeId } }: EventEnvelope<"employee.reactivated">,
): Promise<void> {
  const person = await readAccount(ctx, employeeId);
  if (person.status !== "ACTIVE" || person.subject === null) return;
  await ctx.identity.enable(person.email);
  await mirror(ctx, person);
}

type Account = {
  email: string;
  name: string;
  department: string;
  position: Position;
  status: EmployeeStatus;
  subject: string | null;
};

async function readAccount(ctx: Ctx, id: EmployeeId): Promise<Account> {
  const [person]: Account[] = await ctx.mysql.query(
    `SELECT person.email, person.name, department.code AS department, person.position, person.status,
            person.cognito_subject AS subject
       FROM employees person JOIN departments department ON department.id = person.department_id
      WHERE person.id = ?`,
    [id],
  );
  if (!person) throw new DomainError("employee.not-found");
  return person;
}

/** A person without an account gets the attributes with it. */
async function mirror(ctx: Ctx, person: Account): Promise<void> {
  if (person.subject !== null) await ctx.identity.mirrorAttributes(person.email, person);
}

/** Their open browsers look again: at what they may do now, or at the sign-in page. */
async function tell(ctx: Ctx, id: EmployeeId): Promise<void> {
  await ctx.signals.send([id], { about: "employees", employeeId: id });
}
