import { koreanDate } from "@erp/contracts/dates";
import type { EmployeeStatus } from "@erp/contracts/employees";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { Role } from "@erp/contracts/roles";
import { type EmployeeRow, employees } from "@erp/db/mysql/entities/employees";
import { type SignUpRow, signUps } from "@erp/db/mysql/entities/sign-ups";
import { isDuplicateKey, type Tx } from "@erp/db/mysql/transaction";
import { IsNull } from "typeorm";
import { recordAudit } from "../audit";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { inTransaction } from "../transaction";
import { beginWeeklyHours } from "./employees.hours.mutations";
import { recordPost } from "./employees.posts.mutations";

/** An account whose owner has just proved to be its owner. */
export type ProvenAccount = { subject: string; email: string };
export type AccountHolder = { id: EmployeeId; role: Role; departmentId: DepartmentId; status: EmployeeStatus };

/** 40 hours, the statutory week (Labour Standards Act art. 50). */
const STANDARD_WEEK_MINUTES = 2400;

/**
 * The employee behind an account. At the first sign-in the account is tied to the person HR invited, or becomes a new
 * STAFF employee with the name and department of the sign-up: exactly one, also when two sign-ins come at once.
 * Throws `identity.disabled` for an account that belongs to nobody of the company.
 */
export async function accountHolder(ctx: Ctx, account: ProvenAccount): Promise<AccountHolder> {
  return (await findHolderOf(ctx, account.subject)) ?? (await tieAccount(ctx, account)) ?? refuse(ctx, account);
}

/** The employee as they are now. Throws `employee.not-found`. */
export async function findHolder(ctx: Ctx, id: EmployeeId): Promise<AccountHolder> {
  const [found]: AccountHolder[] = await ctx.mysql.query(`${selectHolder} WHERE id = ?`, [id]);
  if (!found) throw new DomainError("employee.not-found");
  return found;
}

const selectHolder = "SELECT id, role, department_id AS departmentId, status FROM employees";

/** The employee of an account that has been tied to one before; null otherwise. */
export async function findHolderOf(ctx: Ctx, subject: string): Promise<AccountHolder | null> {
  const [found]: AccountHolder[] = await ctx.mysql.query(`${selectHolder} WHERE cognito_subject = ?`, [subject]);
  return found ?? null;
}

async function tieAccount(ctx: Ctx, account: ProvenAccount): Promise<AccountHolder | null> {
  try {
    await inTransaction(ctx, (tx) => inviteeOrNewcomer(ctx, tx, account));
  } catch (error) {
    // Another sign-in of the same person was faster; its employee is there now.
    if (!isDuplicateKey(error)) throw error;
  }
  return findHolderOf(ctx, account.subject);
}

async function inviteeOrNewcomer(ctx: Ctx, tx: Tx, { email, subject }: ProvenAccount): Promise<void> {
  const invited = await tx.update(employees, { email, cognitoSubject: IsNull() }, { cognitoSubject: subject });
  if (invited.affected === 1) return;
  const signUp = await tx.findOneBy(signUps, { email });
  if (signUp) await insertNewcomer(ctx, tx, signUp, subject);
}

async function insertNewcomer(ctx: Ctx, tx: Tx, signUp: SignUpRow, subject: string): Promise<void> {
  const now = ctx.clock.now();
  const newcomer: EmployeeRow = {
    id: newId<EmployeeId>(ctx.clock),
    cognitoSubject: subject,
    email: signUp.email,
    name: signUp.name,
    departmentId: signUp.departmentId,
    position: "SAWON",
    role: "STAFF",
    hireDate: koreanDate(now),
    weeklyMinutes: STANDARD_WEEK_MINUTES,
    managerId: null,
    status: "ACTIVE",
    leftOn: null,
    version: 1,
    createdAt: now,
  };
  await tx.insert(employees, newcomer);
  await recordPost(ctx, tx, newcomer, newcomer.hireDate);
  await beginWeeklyHours(tx, newcomer.id);
  await tx.delete(signUps, { email: signUp.email });
  await recordAudit(ctx, tx, "employee.joined", newcomer.id, { departmentId: newcomer.departmentId });
  await emit(ctx, tx, "employee.joined", newcomer.id, { employeeId: newcomer.id });
}

/** The service let somebody in whom neither HR nor a sign-up knows, or whose address is tied to another account. */
function refuse(ctx: Ctx, { subject }: ProvenAccount): never {
  ctx.log.warn({ subject }, "an account without an employee tried to sign in");
  throw new DomainError("identity.disabled");
}
