import type { CalendarDate } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import type { EntityManager } from "typeorm";
import type { OpenEntry } from "./leave.allocation.rules";
import { type Account, emptyAccount, type Lot } from "./leave.ledger.rules";

type LotRow = Lot & { employeeId: EmployeeId };

/** The accounts as the ledger has them. Read them under their locks before changing anything. */
export async function readAccounts(
  manager: EntityManager,
  employeeIds: readonly EmployeeId[],
  today: CalendarDate,
): Promise<Account[]> {
  const lots = await readLots(manager, employeeIds);
  const lotsOf = new Map<EmployeeId, Map<string, Lot>>(employeeIds.map((id) => [id, new Map()]));
  for (const { employeeId, ...lot } of lots) lotsOf.get(employeeId)?.set(lot.key, lot);
  return [...lotsOf].map(([employeeId, each]) => ({ ...emptyAccount(employeeId, today), lots: each }));
}

/** SQL of `isOfGrant`. */
const GRANTED_MINUTES = `COALESCE(SUM(CASE WHEN entry.kind = 'GRANT' OR (entry.kind = 'REVERSE' AND entry.leave_day IS NULL)
                                THEN entry.minutes ELSE 0 END), 0)`;

async function readLots(manager: EntityManager, employeeIds: readonly EmployeeId[]): Promise<LotRow[]> {
  if (employeeIds.length === 0) return [];
  const rows: LotRow[] = await manager.query(
    `SELECT lot.lot_key AS \`key\`, lot.employee_id AS employeeId, lot.kind, lot.rule, lot.starts_on AS startsOn,
            lot.expires_on AS expiresOn, lot.weekly_minutes AS weeklyMinutes,
            COALESCE(SUM(entry.minutes), 0) AS minutes, COUNT(entry.id) AS entries,
            ${GRANTED_MINUTES} AS grantedMinutes, COALESCE(MAX(owed.minutes), 0) AS owedMinutes
       FROM leave_lots lot LEFT JOIN leave_ledger entry ON entry.lot_key = lot.lot_key
       LEFT JOIN leave_owed_minutes owed ON owed.lot_key = lot.lot_key
      WHERE lot.employee_id IN (?)
      GROUP BY lot.lot_key`,
    [employeeIds],
  );
  // SUM is a decimal, which the driver hands over as text.
  return rows.map((row) => ({
    ...row,
    minutes: Number(row.minutes),
    grantedMinutes: Number(row.grantedMinutes),
    entries: Number(row.entries),
    owedMinutes: Number(row.owedMinutes),
  }));
}

/** The request's entries of this kind that nothing has ended yet. */
export async function readOpenEntries(
  manager: EntityManager,
  requestId: DocumentId,
  kind: "HOLD" | "USE",
): Promise<OpenEntry[]> {
  return manager.query(
    `SELECT entry.id, entry.lot_key AS lotKey, entry.request_id AS requestId, entry.leave_day AS leaveDay, entry.minutes
       FROM leave_ledger entry LEFT JOIN leave_ledger ending ON ending.ends_entry_id = entry.id
      WHERE entry.request_id = ? AND entry.kind = ? AND ending.id IS NULL
      ORDER BY entry.id`,
    [requestId, kind],
  );
}

/** `grantedDayMinutes` weighs each lot with the day it starts on (days since 1970), to tell equal sums of other lots apart. */
type StatutoryTotal = { grantedMinutes: number; grantedDayMinutes: number; lapsedMinutes: number };

/** What the law has granted people with effect up to `asOf`, and what lies in lots of theirs that are over and has yet to lapse. */
export async function readStatutoryTotals(
  manager: EntityManager,
  employeeIds: readonly EmployeeId[],
  asOf: CalendarDate,
  today: CalendarDate,
): Promise<Map<EmployeeId, StatutoryTotal>> {
  const rows: (StatutoryTotal & { employeeId: EmployeeId })[] = await manager.query(
    `SELECT lot.employee_id AS employeeId,
            SUM(CASE WHEN lot.kind = 'STATUTORY' AND lot.starts_on <= ? THEN lot.granted ELSE 0 END) AS grantedMinutes,
            SUM(CASE WHEN lot.kind = 'STATUTORY' AND lot.starts_on <= ? THEN lot.granted * DATEDIFF(lot.starts_on, '1970-01-01') ELSE 0 END)
              AS grantedDayMinutes,
            SUM(CASE WHEN lot.expires_on < ? THEN lot.minutes ELSE 0 END) AS lapsedMinutes
       FROM (SELECT lot.employee_id, lot.kind, lot.starts_on, lot.expires_on, SUM(entry.minutes) AS minutes, ${GRANTED_MINUTES} AS granted
               FROM leave_lots lot JOIN leave_ledger entry ON entry.lot_key = lot.lot_key
              WHERE lot.employee_id IN (?) GROUP BY lot.lot_key) lot
      GROUP BY lot.employee_id`,
    [asOf, asOf, today, employeeIds],
  );
  return new Map(
    rows.map(({ employeeId, ...total }) => {
      const { grantedMinutes, grantedDayMinutes, lapsedMinutes } = total;
      return [
        employeeId,
        {
          grantedMinutes: Number(grantedMinutes),
          grantedDayMinutes: Number(grantedDayMinutes),
          lapsedMinutes: Number(lapsedMinutes),
        },
      ];
    }),
  );
}
