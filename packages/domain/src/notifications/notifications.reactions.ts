import type { EventEnvelope } from "@erp/contracts/events";
import { substitutesOf } from "../approvals/approvals.covers.queries";
import { snapshotOf } from "../approvals/approvals.people.queries";
import { findDocument } from "../approvals/approvals.store.queries";
import type { Ctx } from "../context";
import { findPeople } from "../employees/employees.queries";
import { notificationsAbout, stoodInFor, type ToldEvent } from "./notifications.rules";
import { storeNotifications } from "./notifications.store.mutations";

/** What the notifications worker does, by event. A decision inside a step tells nobody: what follows from it does. */
export const notificationReactions = {
  "approval.submitted": tellAboutDocument,
  "approval.step-opened": tellAboutDocument,
  "approval.due-soon": tellAboutDocument,
  "approval.overdue": tellAboutDocument,
  "approval.approved": tellAboutDocument,
  "approval.rejected": tellAboutDocument,
  "approval.withdrawn": tellAboutDocument,
  "approval.commented": tellAboutDocument,
  "employee.edited": tellAboutAccount,
} as const;

/** Where somebody sees what their role now lets them do. */
const START_PAGE = "/";

async function tellAboutDocument(ctx: Ctx, event: ToldEvent): Promise<void> {
  const document = await findDocument(ctx, event.data.documentId);
  if (document === null) return;
  const approverIds = stoodInFor(event, document).map(({ id }) => id);
  await storeNotifications(ctx, notificationsAbout(event, document, await substitutesOf(ctx, approverIds)));
}

/** A new role changes what somebody may do, so they are told; other edits of the profile are HR's business. */
async function tellAboutAccount(ctx: Ctx, event: EventEnvelope<"employee.edited">): Promise<void> {
  const { employeeId, changed } = event.data;
  if (!changed.includes("role") || event.actorId === employeeId) return;
  const people = await findPeople(ctx, event.actorId === null ? [employeeId] : [employeeId, event.actorId]);
  const employee = people.get(employeeId);
  if (employee === undefined) return;
  const actor = (event.actorId && people.get(event.actorId)) || null;
  const notification = {
    _id: `${event.id}:${employeeId}`,
    employeeId,
    kind: "ACCOUNT_CHANGED" as const,
    actor: actor && snapshotOf(actor),
    subject: employee.name,
    text: null,
    leave: null,
    link: START_PAGE,
    createdAt: new Date(event.occurredAt),
    readAt: null,
  };
  await storeNotifications(ctx, [notification]);
}
