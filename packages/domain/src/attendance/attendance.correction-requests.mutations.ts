import type { DocumentRequest } from "@erp/contracts/approvals";
import type { CorrectionView, RequestCorrectionInput } from "@erp/contracts/attendance";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import { type AttendanceCorrectionRow, attendanceCorrections } from "@erp/db/mysql/entities/attendance-corrections";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { managersAbove } from "../employees/employees.queries";
import { lockEmployee } from "../employees/employees.store.mutations";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { inTransaction } from "../transaction";
import { toCorrectionView } from "./attendance.correction-requests.queries";
import { isEmployedOn } from "./attendance.corrections.mutations";
import { requireHoursOfDay } from "./attendance.rules";

/**
 * Asks the nearest manager to correct a day of the actor's own. The wish is stored with the event that asks for its approval
 * document; the worker makes the document, and corrects the day once it is approved. Throws `attendance.outside-day`,
 * `attendance.not-employed`, `attendance.correction-open`, `attendance.no-approver`.
 */
export async function requestCorrection(ctx: Ctx, input: RequestCorrectionInput): Promise<CorrectionView> {
  const { id: employeeId } = authorize(ctx, "attendance:own");
  const { day, hours, reason } = input;
  const now = ctx.clock.now();
  if (hours) requireHoursOfDay(day, hours.checkedInAt, hours.checkedOutAt, now);
  const [manager] = (await managersAbove(ctx, employeeId)).filter(({ id }) => id !== employeeId);
  if (!manager) throw new DomainError("attendance.no-approver");
  const row: AttendanceCorrectionRow = {
    id: newId<DocumentId>(ctx.clock),
    employeeId,
    day,
    checkedInAt: hours?.checkedInAt ?? null,
    checkedOutAt: hours?.checkedOutAt ?? null,
    reason,
    status: "IN_PROGRESS",
    requestedAt: now,
    endedAt: null,
  };
  await inTransaction(ctx, async (tx) => {
    await lockEmployee(tx, employeeId);
    if (hours && !(await isEmployedOn(tx, employeeId, day))) throw new DomainError("attendance.not-employed");
    const isOpen = await tx.existsBy(attendanceCorrections, { employeeId, day, status: "IN_PROGRESS" });
    if (isOpen) throw new DomainError("attendance.correction-open");
    await tx.insert(attendanceCorrections, row);
    await emit(ctx, tx, "attendance.correction-requested", employeeId, { employeeId, day });
    await emit(ctx, tx, "approval.requested", row.id, documentOf(row, input.title, manager.id));
  });
  return toCorrectionView(row);
}

function documentOf(row: AttendanceCorrectionRow, title: string, managerId: EmployeeId): DocumentRequest {
  const { id, employeeId, day, checkedInAt, checkedOutAt, reason, requestedAt } = row;
  const hours = checkedInAt &&
    checkedOutAt && { checkedInAt: checkedInAt.toISOString(), checkedOutAt: checkedOutAt.toISOString() };
  return {
    documentId: id,
    requesterId: employeeId,
    formCode: "ATTENDANCE_CORRECTION",
    title,
    values: { day, ...hours, reason },
    line: [{ kind: "APPROVAL", quorum: "ALL", approverIds: [managerId] }],
    referenceIds: [],
    requestedAt: requestedAt.toISOString(),
  };
}
