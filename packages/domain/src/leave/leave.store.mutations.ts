import { koreanDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Tx } from "@erp/db/mysql/transaction";
import { actorIdOf } from "../actor";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { type Account, lapse } from "./leave.ledger.rules";
import { readAccounts } from "./leave.store.queries";

/**
 * Changes one person's leave: locks the account, lets lapse what is over, and stores what `change` adds. Nobody else
 * changes this account until the transaction ends. What `change` throws undoes everything.
 */
export async function changeAccount(
  ctx: Ctx,
  tx: Tx,
  employeeId: EmployeeId,
  change: (account: Account) => Account | Promise<Account>,
): Promise<Account> {
  const [changed] = await changeAccounts(ctx, tx, [employeeId], async (account) => change(account));
  if (!changed) throw new Error(`no account for ${employeeId}`);
  return changed;
}

/** The same for many people at once, with one statement a table. */
export async function changeAccounts(
  ctx: Ctx,
  tx: Tx,
  employeeIds: readonly EmployeeId[],
  change: (account: Account) => Account | Promise<Account>,
): Promise<Account[]> {
  await lockAccounts(tx, employeeIds);
  const accounts = await readAccounts(tx, employeeIds, koreanDate(ctx.clock.now()));
  const changed: Account[] = [];
  for (const account of accounts) changed.push(lapse(await change(lapse(account))));
  await store(ctx, tx, changed);
  return changed;
}

/**
 * Locks in the order of ids, so that two batches cannot wait for each other. ON DUPLICATE KEY takes the exclusive lock at
 * once; INSERT IGNORE would take a shared one first, and two of those are a deadlock.
 */
async function lockAccounts(tx: Tx, employeeIds: readonly EmployeeId[]): Promise<void> {
  const ordered = [...new Set(employeeIds)].sort();
  const locked: unknown[] = await tx.query(
    "SELECT 1 FROM leave_accounts WHERE employee_id IN (?) ORDER BY employee_id FOR UPDATE",
    [ordered],
  );
  if (locked.length === ordered.length) return;
  await tx.query(
    "INSERT INTO leave_accounts (employee_id, balance_minutes) VALUES ? ON DUPLICATE KEY UPDATE employee_id = VALUES(employee_id)",
    [ordered.map((id) => [id, 0])],
  );
}

async function store(ctx: Ctx, tx: Tx, accounts: readonly Account[]): Promise<void> {
  const now = ctx.clock.now();
  const actorId = actorIdOf(ctx.actor);
  const lots = accounts.flatMap(({ employeeId, newLots }) =>
    newLots.map((lot) => [
      lot.key,
      employeeId,
      lot.kind,
      lot.rule,
      lot.startsOn,
      lot.expiresOn,
      lot.weeklyMinutes,
      now,
    ]),
  );
  const entries = accounts.flatMap(({ employeeId, newEntries }) =>
    newEntries.map(({ lotKey, lotEntry, kind, minutes, effectiveOn, requestId, leaveDay, endsEntryId, reason }) => {
      const what = [lotKey, lotEntry, kind, minutes, effectiveOn, requestId, leaveDay, endsEntryId, reason];
      return [newId(ctx.clock), employeeId, ...what, actorId, now];
    }),
  );
  await insertRows(tx, `leave_lots (${LOT_COLUMNS})`, lots);
  await insertRows(tx, `leave_ledger (${ENTRY_COLUMNS})`, entries);
  await storeOwed(tx, accounts);
  const touched = accounts.filter(({ newEntries }) => newEntries.length > 0).map(({ employeeId }) => employeeId);
  if (touched.length > 0) await sumUp(tx, touched);
}

async function storeOwed(tx: Tx, accounts: readonly Account[]): Promise<void> {
  const owed = accounts.flatMap(({ newOwed }) => [...newOwed]);
  if (owed.length === 0) return;
  await tx.query(
    "INSERT INTO leave_owed_minutes (lot_key, minutes) VALUES ? ON DUPLICATE KEY UPDATE minutes = VALUES(minutes)",
    [owed],
  );
}

const LOT_COLUMNS = "lot_key, employee_id, kind, rule, starts_on, expires_on, weekly_minutes, created_at";
const ENTRY_COLUMNS = `id, employee_id, lot_key, lot_entry, kind, minutes, effective_on, request_id, leave_day, ends_entry_id, reason,
  actor_id, recorded_at`;
/** Keeps a statement far below the packet that servers take. */
const ROWS_PER_INSERT = 2000;

/** Plain SQL, because the first accrual of a company writes hundreds of thousands of rows: it is several times as fast. */
async function insertRows(tx: Tx, into: string, rows: readonly unknown[][]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await tx.query(`INSERT INTO ${into} VALUES ?`, [rows.slice(from, from + ROWS_PER_INSERT)]);
  }
}

/** Not "plus what was added": the balance cannot drift from the ledger when it is the ledger's sum. */
export async function sumUp(tx: Tx, employeeIds: readonly EmployeeId[]): Promise<void> {
  await tx.query(
    `UPDATE leave_accounts account
        SET balance_minutes = (SELECT COALESCE(SUM(minutes), 0) FROM leave_ledger entry WHERE entry.employee_id = account.employee_id)
      WHERE account.employee_id IN (?)`,
    [employeeIds],
  );
}
