import { employees } from "@erp/db/mysql/entities/employees";
import type { Ctx } from "@erp/domain/context";
import type { Colleague } from "./company";

/** Gives these people an account with this password at the identity service, and tells MySQL whose it is. */
export async function createAccounts(ctx: Ctx, people: readonly Colleague[], password: string): Promise<void> {
  for (const { id, email, name } of people) {
    const { subject } = await ctx.identity.createWithPassword({ email, name, password });
    await ctx.mysql.manager.update(employees, { id }, { cognitoSubject: subject });
  }
}
