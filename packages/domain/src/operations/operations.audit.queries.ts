import type { AuditAction, AuditEntryView, ListAuditInput } from "@erp/contracts/audit";
import { addDays, type CalendarDate, startOfKoreanDay } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Page } from "@erp/contracts/paging";
import { encodeTime } from "ulid";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { findPeople } from "../employees/employees.queries";
import { describeDetail, idsIn } from "./operations.audit.rules";

type Row = { id: string; at: Date; actorId: EmployeeId | null; action: AuditAction; subject: string; detail: string };

/** Who did what to whom, the newest first. Each filter has an index that ends in the id, so a page costs a page. */
export async function listAudit(ctx: Ctx, input: ListAuditInput): Promise<Page<AuditEntryView>> {
  authorize(ctx, "audit:read");
  const { where, values } = conditions(input);
  const rows: Row[] = await ctx.mysql.query(
    `SELECT id, at, actor_id AS actorId, action, subject, detail FROM audit_entries
      WHERE ${where} ORDER BY id DESC LIMIT ?`,
    [...values, input.limit + 1],
  );
  const shown = rows.slice(0, input.limit);
  return {
    items: await describe(ctx, shown),
    nextCursor: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

function conditions({ action, actorId, subjectId, from, to, cursor }: ListAuditInput) {
  const chosen: [sql: string, value: string][] = [];
  if (action) chosen.push(["action = ?", action]);
  if (actorId) chosen.push(["actor_id = ?", actorId]);
  if (subjectId) chosen.push(["subject = ?", subjectId]);
  if (from) chosen.push(["id >= ?", firstIdOf(from)]);
  if (to) chosen.push(["id < ?", firstIdOf(addDays(to, 1))]);
  if (cursor) chosen.push(["id < ?", cursor]);
  return { where: ["1 = 1", ...chosen.map(([sql]) => sql)].join(" AND "), values: chosen.map(([, value]) => value) };
}

/** Ids begin with the time they were made at, so a day is a range of them. */
function firstIdOf(day: CalendarDate): string {
  return `${encodeTime(startOfKoreanDay(day).getTime(), 10)}${"0".repeat(16)}`;
}

async function describe(ctx: Ctx, rows: readonly Row[]): Promise<AuditEntryView[]> {
  const entries = rows.map(({ detail, ...row }) => ({ ...row, detail: JSON.parse(detail) as unknown }));
  const ids = entries.flatMap(({ actorId, subject, detail }) => [actorId, subject, ...idsIn(detail)]);
  const known = [...new Set(ids.filter((id) => id !== null))];
  const people = await findPeople(ctx, known as EmployeeId[]);
  const names = new Map([...people.values()].map(({ id, name }) => [id as string, name]));
  for (const { id, name } of await findDepartmentNames(ctx, known)) names.set(id, name);
  return entries.map(({ actorId, subject, detail, ...entry }) => ({
    ...entry,
    actor: (actorId && people.get(actorId)) ?? null,
    subject: names.get(subject) ?? subject,
    subjectId: people.has(subject as EmployeeId) ? (subject as EmployeeId) : null,
    detail: describeDetail(detail, names),
  }));
}

async function findDepartmentNames(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return ctx.mysql.query("SELECT id, name_ko AS name FROM departments WHERE id IN (?)", [ids]);
}
