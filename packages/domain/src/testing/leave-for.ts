import { addDays, type CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { type LeavePart, leaveTime } from "@erp/contracts/leave";
import type { RequestLeaveInput } from "@erp/contracts/leave-requests";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import type { Ctx } from "../context";
import { entitle } from "../leave/leave.ledger.rules";
import { changeAccount } from "../leave/leave.store.mutations";
import { inTransaction } from "../transaction";

type WantedTime = { from: string; to?: string; part?: LeavePart; endsWithHalf?: boolean };

/** A request whose line has one step per approver; it is charged as the test expects. */
export function leaveFor(
  approverIds: readonly EmployeeId[],
  { from, to = from, part = { kind: "FULL" }, endsWithHalf }: WantedTime,
  leaveMinutes: number,
): RequestLeaveInput {
  return {
    wish: { kind: "TIME", time: leaveTime.parse({ from, to, part, endsWithHalf }) },
    leaveMinutes,
    title: `연차 ${from}`,
    reason: "",
    line: approverIds.map((id) => ({ kind: "APPROVAL", quorum: "ALL", approverIds: [id] })),
    referenceIds: [],
  };
}

/** Gives somebody leave that can be taken for so many days from `startsOn` on. */
export async function grantLeave(
  ctx: Ctx,
  { id }: Pick<EmployeeRow, "id">,
  leaveMinutes: number,
  { name = "test", startsOn = "2026-01-01", days = 700 }: { name?: string; startsOn?: string; days?: number } = {},
): Promise<void> {
  const from = startsOn as CalendarDate;
  const lot = {
    key: `test:${id}:${name}`,
    kind: "ADJUSTMENT" as const,
    rule: "ADJUSTED" as const,
    startsOn: from,
    expiresOn: addDays(from, days),
    weeklyMinutes: null,
  };
  await inTransaction(ctx, (tx) => changeAccount(ctx, tx, id, (account) => entitle(account, lot, leaveMinutes)));
}
