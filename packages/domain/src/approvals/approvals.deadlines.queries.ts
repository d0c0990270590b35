import { addDays, type CalendarDate, koreanDate } from "@erp/contracts/dates";
import { type DocumentState, documentCollection, type StoredStep } from "@erp/db/mongo/models/approval-document";
import type { Ctx } from "../context";
import { type Holidays, noHolidays } from "./approvals.deadlines.rules";
import { notPartOfTheState } from "./approvals.store.queries";

/** Up to `limit` documents whose open step's deadline asks for something by now, the longest due first. */
export async function findDocumentsWithDeadline(ctx: Ctx, now: Date, limit: number): Promise<DocumentState[]> {
  return documentCollection(ctx.mongo)
    .find<DocumentState>({ nextDeadlineAt: { $type: "date", $lte: now } }, { projection: notPartOfTheState })
    .hint("deadlines")
    .sort({ nextDeadlineAt: 1 })
    .limit(limit)
    .toArray();
}

/** The longest deadline, and a row of holidays after it. */
const DAYS_AHEAD = 60;

/** The holidays ahead that may move the deadline of a step that opens then; a line without deadlines asks nobody. */
export async function holidaysAhead(
  ctx: Ctx,
  line: readonly Pick<StoredStep, "dueInDays">[],
  openedAt = ctx.clock.now(),
): Promise<Holidays> {
  if (line.every(({ dueInDays }) => dueInDays === undefined)) return noHolidays;
  const today = koreanDate(openedAt);
  const rows: { day: CalendarDate }[] = await ctx.mysql.query("SELECT day FROM holidays WHERE day BETWEEN ? AND ?", [
    today,
    addDays(today, DAYS_AHEAD),
  ]);
  return new Set(rows.map(({ day }) => day));
}
