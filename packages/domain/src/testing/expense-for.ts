import type { SubmitInput } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";

/** A complete expense whose line has one step per approver. */
export function expenseFor(approverIds: readonly EmployeeId[]): SubmitInput {
  return {
    formCode: "EXPENSE",
    title: "지출 신청",
    values: { amountKrw: 45_000, spentOn: "2026-11-19", content: "고객사 방문 택시비" },
    line: approverIds.map((id) => ({ kind: "APPROVAL", quorum: "ALL", approverIds: [id] })),
    referenceIds: [],
    readerIds: [],
    fileIds: [],
  };
}
