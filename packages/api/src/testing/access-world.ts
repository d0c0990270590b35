import type { DocumentReference } from "@erp/contracts/approvals";
import { nobody } from "@erp/domain/actor";
import { submit } from "@erp/domain/approvals/approvals.drafts.mutations";
import type { Ctx } from "@erp/domain/context";
import { listNotifications } from "@erp/domain/notifications/notifications.queries";
import { buildDepartment } from "@erp/domain/testing/build-department";
import { actingAs, buildEmployee } from "@erp/domain/testing/build-employee";
import { expenseFor } from "@erp/domain/testing/expense-for";
import { settleDocuments } from "@erp/domain/testing/settle-documents";

type Employee = Awaited<ReturnType<typeof buildEmployee>>;

/** Who tries: always in the same relation to the subject, a clerk of sales and what belongs to that clerk. */
export type Persona = "nobody" | "stranger" | "peer" | "foreignManager" | "subject" | "manager" | "hr";

export type AccessWorld = {
  ctx: Ctx;
  people: Record<Exclude<Persona, "nobody">, Employee>;
  salesId: Employee["departmentId"];
  as(persona: Persona): Ctx;
  /** A fresh person of sales, to be changed. */
  newcomer(): Promise<Employee>;
  /** A fresh document of the subject, waiting for their manager. */
  document(): Promise<DocumentReference & { title: string }>;
};

/** Two departments beside each other: whoever belongs to one has no business in the other. */
export async function buildAccessWorld(ctx: Ctx): Promise<AccessWorld> {
  const sales = await buildDepartment(ctx, { code: "SALES" });
  const finance = await buildDepartment(ctx, { code: "FINANCE" });
  const manager = await buildEmployee(ctx, { departmentId: sales.id, role: "MANAGER" });
  const people = {
    manager,
    subject: await buildEmployee(ctx, { departmentId: sales.id, managerId: manager.id }),
    peer: await buildEmployee(ctx, { departmentId: sales.id, managerId: manager.id }),
    stranger: await buildEmployee(ctx, { departmentId: finance.id }),
    foreignManager: await buildEmployee(ctx, { departmentId: finance.id, role: "MANAGER" }),
    hr: await buildEmployee(ctx, { departmentId: finance.id, role: "HR_ADMIN" }),
  };
  const as = (persona: Persona) => (persona === "nobody" ? { ...ctx, actor: nobody } : actingAs(ctx, people[persona]));
  const newcomer = () => buildEmployee(ctx, { departmentId: sales.id });
  const document = async () => {
    const { id, version, title } = await submit(as("subject"), expenseFor([manager.id]));
    return { documentId: id, version, title };
  };
  return { ctx, people, salesId: sales.id, as, newcomer, document };
}

/** A notification of the manager, about a document of the subject. */
export async function notificationOfManager(world: AccessWorld): Promise<string> {
  await world.document();
  await settleDocuments(world.ctx);
  const { items } = await listNotifications(world.as("manager"), { unreadOnly: true, limit: 1 });
  if (items[0] === undefined) throw new Error("the manager was not notified");
  return items[0].id;
}
