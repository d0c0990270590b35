import type { DocumentCard, DocumentView, SubmitInput } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";
import type { NotificationView } from "@erp/contracts/notifications";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { listBox } from "@erp/domain/approvals/approvals.boxes.queries";
import { submit } from "@erp/domain/approvals/approvals.drafts.mutations";
import type { Ctx } from "@erp/domain/context";
import { listNotifications } from "@erp/domain/notifications/notifications.queries";
import { actingAs } from "@erp/domain/testing/build-employee";

/** An expense of 30,000 won whose steps have one person each, in this order. */
export function expense(approvers: readonly { id: EmployeeId }[], chosen: Partial<SubmitInput> = {}): SubmitInput {
  return {
    formCode: "EXPENSE",
    title: "서버 비용",
    values: { amountKrw: 30_000, spentOn: "2026-11-19", content: "11월 서버" },
    line: approvers.map(({ id }) => ({ kind: "APPROVAL", quorum: "ALL", approverIds: [id] })),
    referenceIds: [],
    readerIds: [],
    fileIds: [],
    ...chosen,
  };
}

export function submitAs(ctx: Ctx, requester: EmployeeRow, input: SubmitInput): Promise<DocumentView> {
  return submit(actingAs(ctx, requester), input);
}

/** The documents that wait for this person. */
export async function waitingBoxOf(ctx: Ctx, person: EmployeeRow): Promise<DocumentCard[]> {
  return (await listBox(actingAs(ctx, person), { box: "WAITING", limit: 100 })).items;
}

export async function notificationsOf(ctx: Ctx, person: EmployeeRow): Promise<NotificationView[]> {
  return (await listNotifications(actingAs(ctx, person), { unreadOnly: false, limit: 100 })).items;
}
