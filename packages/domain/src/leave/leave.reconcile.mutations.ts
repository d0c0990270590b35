import type { CalendarDate } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import type { Ctx } from "../context";
import { inTransaction } from "../transaction";
import { accrueAll } from "./leave.accrual.mutations";
import { giveBack } from "./leave.allocation.rules";
import { changeAccount, sumUp } from "./leave.store.mutations";
import { readOpenEntries } from "./leave.store.queries";

/** Where the ledger was not what it must be, and by how much. */
export type Drift =
  | { kind: "used-without-hold" | "balance-differs"; employeeId: EmployeeId; minutes: number }
  | { kind: "grants-differ"; entries: number };

/**
 * Compares the ledger with itself and with the law, and mends what differs: a use that no hold stands behind is taken back by
 * a REVERSE, a balance that is not the sum of its entries is summed again, missing grants are added. No rows are changed.
 * Answers what it found; nothing, when all is well.
 */
export async function reconcileLedger(ctx: Ctx): Promise<Drift[]> {
  const uses = await reverseUsesWithoutHold(ctx);
  const balances = await sumUpBalances(ctx);
  const { entries } = await accrueAll(ctx);
  const grants: Drift[] = entries === 0 ? [] : [{ kind: "grants-differ", entries }];
  return [...uses, ...balances, ...grants];
}

type SurplusUse = {
  employeeId: EmployeeId;
  requestId: DocumentId;
  lotKey: string;
  leaveDay: CalendarDate;
  surplus: number;
};

/** Every use follows the release of its hold, so a lot's day of a request has never more uses that stand than releases. */
async function reverseUsesWithoutHold(ctx: Ctx): Promise<Drift[]> {
  const surplusUses: SurplusUse[] = await ctx.mysql.query(
    `SELECT employee_id AS employeeId, request_id AS requestId, lot_key AS lotKey, leave_day AS leaveDay,
            SUM(CASE kind WHEN 'USE' THEN 1 WHEN 'REVERSE' THEN -1 WHEN 'RELEASE' THEN -1 ELSE 0 END) AS surplus
       FROM leave_ledger WHERE request_id IS NOT NULL
      GROUP BY employee_id, request_id, lot_key, leave_day HAVING surplus > 0`,
  );
  return Promise.all(surplusUses.map((use) => reverseSurplus(ctx, use)));
}

async function reverseSurplus(
  ctx: Ctx,
  { employeeId, requestId, lotKey, leaveDay, surplus }: SurplusUse,
): Promise<Drift> {
  let minutes = 0;
  await inTransaction(ctx, async (tx) => {
    await changeAccount(ctx, tx, employeeId, async (account) => {
      const standing = (await readOpenEntries(tx, requestId, "USE")).filter(
        (use) => use.lotKey === lotKey && use.leaveDay === leaveDay,
      );
      const wrong = standing.slice(-Number(surplus));
      minutes = -wrong.reduce((sum, use) => sum + use.minutes, 0);
      return giveBack(account, wrong, "no hold stood behind this use");
    });
  });
  return { kind: "used-without-hold", employeeId, minutes };
}

async function sumUpBalances(ctx: Ctx): Promise<Drift[]> {
  const drifts: { employeeId: EmployeeId; minutes: number }[] = await ctx.mysql.query(
    `SELECT account.employee_id AS employeeId, account.balance_minutes - COALESCE(SUM(entry.minutes), 0) AS minutes
       FROM leave_accounts account LEFT JOIN leave_ledger entry ON entry.employee_id = account.employee_id
      GROUP BY account.employee_id HAVING minutes <> 0`,
  );
  if (drifts.length > 0)
    await inTransaction(ctx, (tx) =>
      sumUp(
        tx,
        drifts.map(({ employeeId }) => employeeId),
      ),
    );
  return drifts.map(({ employeeId, minutes }) => ({ kind: "balance-differs", employeeId, minutes: Number(minutes) }));
}
