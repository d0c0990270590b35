import { addDays, type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { isDuplicateKey } from "@erp/db/mysql/transaction";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { inTransaction } from "../transaction";

/** So many days before leave lapses the person is told: to plan, to decide, and a last time. */
const FIRST_WARNING_DAYS = 60;
const SECOND_WARNING_DAYS = 30;
const LAST_WARNING_DAYS = 7;
/** Bounds one run; the next one goes on. */
const LOTS_PER_RUN = 5000;

type EndingLot = {
  key: string;
  employeeId: EmployeeId;
  expiresOn: CalendarDate;
  daysBefore: number;
  minutes: string | number;
};

/**
 * Announces leave that will lapse soon: once for each lot and warning, together for what one person loses on one day. A
 * warning that was missed is not made up for by two: only the nearest counts. Answers how many announcements it made; running
 * it again finds none.
 */
export async function warnOfExpiringLeave(ctx: Ctx): Promise<number> {
  const endings = new Map<string, EndingLot[]>();
  for (const lot of await endingLots(ctx)) {
    const ending = `${lot.employeeId} ${lot.expiresOn}`;
    endings.set(ending, [...(endings.get(ending) ?? []), lot]);
  }
  let announced = 0;
  for (const lots of endings.values()) announced += await announce(ctx, lots);
  return announced;
}

/** What can still be taken now of the lots that end within the next days and were not spoken of yet. */
async function endingLots(ctx: Ctx): Promise<EndingLot[]> {
  const today = koreanDate(ctx.clock.now());
  return ctx.mysql.query(
    `SELECT lot.lot_key AS \`key\`, lot.employee_id AS employeeId, lot.expires_on AS expiresOn, lot.days_before AS daysBefore,
            SUM(entry.minutes) AS minutes
       FROM (SELECT lot_key, employee_id, expires_on,
                    CASE WHEN expires_on <= ? THEN ${LAST_WARNING_DAYS}
                         WHEN expires_on <= ? THEN ${SECOND_WARNING_DAYS}
                         ELSE ${FIRST_WARNING_DAYS} END AS days_before
               FROM leave_lots WHERE expires_on BETWEEN ? AND ?) lot
       JOIN leave_ledger entry ON entry.lot_key = lot.lot_key
       JOIN employees person ON person.id = lot.employee_id AND person.status = 'ACTIVE'
       LEFT JOIN leave_expiry_warnings warning
         ON warning.lot_key = lot.lot_key AND warning.days_before = lot.days_before
      WHERE warning.lot_key IS NULL
      GROUP BY lot.lot_key, lot.employee_id, lot.expires_on, lot.days_before
     HAVING SUM(entry.minutes) > 0
      ORDER BY lot.expires_on, lot.employee_id LIMIT ${LOTS_PER_RUN}`,
    [addDays(today, LAST_WARNING_DAYS), addDays(today, SECOND_WARNING_DAYS), today, addDays(today, FIRST_WARNING_DAYS)],
  );
}

/** The rows keep a second announcement away, also when two leaders meet. */
async function announce(ctx: Ctx, lots: readonly EndingLot[]): Promise<0 | 1> {
  const [first] = lots;
  if (!first) return 0;
  const { employeeId, expiresOn } = first;
  const leaveMinutes = lots.reduce((sum, { minutes }) => sum + Number(minutes), 0);
  return inTransaction(ctx, async (tx) => {
    await tx.query("INSERT INTO leave_expiry_warnings (lot_key, days_before, warned_at) VALUES ?", [
      lots.map(({ key, daysBefore }) => [key, daysBefore, ctx.clock.now()]),
    ]);
    await emit(ctx, tx, "leave.expiring", employeeId, { employeeId, expiresOn, leaveMinutes });
  }).then(
    () => 1,
    (error: unknown) => {
      if (isDuplicateKey(error)) return 0;
      throw error;
    },
  );
}
