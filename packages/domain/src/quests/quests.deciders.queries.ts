import type { EmployeeId, QuestId } from "@erp/contracts/ids";
import { hasPermission, rolesWith } from "@erp/contracts/permissions";
import type { Role } from "@erp/contracts/roles";
import type { Ctx } from "../context";

type Creator = { id: EmployeeId; role: Role; status: string };

/** Who decides about work on a quest: its creator, or HR once the creator has left or makes no quests any more. */
export async function decidersOf(ctx: Ctx, questId: QuestId): Promise<EmployeeId[]> {
  const [creator]: Creator[] = await ctx.mysql.query(
    `SELECT person.id, person.role, person.status
       FROM quests quest JOIN employees person ON person.id = quest.created_by WHERE quest.id = ?`,
    [questId],
  );
  if (!creator) return [];
  if (creator.status === "ACTIVE" && hasPermission(creator.role, "quests:create")) return [creator.id];
  const administrators: { id: EmployeeId }[] = await ctx.mysql.query(
    "SELECT id FROM employees WHERE status = 'ACTIVE' AND role IN (?)",
    [rolesWith("quests:administer")],
  );
  return administrators.map(({ id }) => id);
}
