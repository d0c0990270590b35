import type { EventEnvelope } from "@erp/contracts/events";
import { auditEntries } from "@erp/db/mysql/entities/audit-entries";
import { outboxEvents } from "@erp/db/mysql/entities/outbox-events";
import type { Ctx } from "../context";

/** The events that MySQL holds for an aggregate, in the order they were emitted. */
export async function eventsOf(ctx: Ctx, aggregateKey: string): Promise<EventEnvelope[]> {
  const rows = await ctx.mysql.manager.find(outboxEvents, { where: { aggregateKey }, order: { id: "ASC" } });
  return rows.map(({ message }) => JSON.parse(message) as EventEnvelope);
}

/** What the audit log says about a subject, oldest first. */
export async function auditOf(ctx: Ctx, subject: string) {
  const entries = await ctx.mysql.manager.find(auditEntries, { where: { subject }, order: { id: "ASC" } });
  return entries.map((entry) => ({ ...entry, detail: JSON.parse(entry.detail) as Record<string, unknown> }));
}
