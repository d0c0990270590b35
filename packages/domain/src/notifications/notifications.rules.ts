import { documentPath } from "@erp/contracts/approvals";
import type { EventEnvelope } from "@erp/contracts/events";
import type { NotificationKind } from "@erp/contracts/notifications";
import type { DocumentState, StoredHistoryEntry, StoredPerson } from "@erp/db/mongo/models/approval-document";
import type { StoredNotification } from "@erp/db/mongo/models/notification";
import { deciders } from "../approvals/approvals.boxes.rules";

/** The beginning of a comment is enough to decide whether to open the document. */
const EXCERPT_LENGTH = 200;

export type ToldEvent = EventEnvelope<
  | "approval.submitted"
  | "approval.step-opened"
  | "approval.approved"
  | "approval.rejected"
  | "approval.withdrawn"
  | "approval.commented"
>;

/** Who is told what, before it is one notification each. */
type Telling = {
  kind: NotificationKind;
  to: readonly StoredPerson[];
  actor: StoredPerson | null;
  text?: string | null;
};

/** The notifications an event causes: the people concerned, nobody twice, never who caused it. */
export function notificationsAbout(event: ToldEvent, document: DocumentState): StoredNotification[] {
  const told = new Set<string>(event.actorId === null ? [] : [event.actorId]);
  return tellings(event, document).flatMap(({ kind, to, actor, text = null }) =>
    to.flatMap(({ id }) => {
      if (told.has(id)) return [];
      told.add(id);
      const about = {
        subject: document.title,
        text,
        leave: null,
        link: documentPath(document._id),
        createdAt: new Date(event.occurredAt),
        readAt: null,
      };
      return [{ _id: `${event.id}:${id}`, employeeId: id, kind, actor, ...about }];
    }),
  );
}

function tellings(event: ToldEvent, document: DocumentState): Telling[] {
  const { requester, references, readers, history } = document;
  switch (event.name) {
    case "approval.submitted":
      return [
        { kind: "APPROVAL_REQUESTED", to: approversOf(document, 0), actor: requester },
        { kind: "APPROVAL_REFERENCED", to: references, actor: requester },
      ];
    case "approval.step-opened":
      return [{ kind: "APPROVAL_REQUESTED", to: approversOf(document, event.data.step), actor: requester }];
    case "approval.approved":
      return [
        { kind: "APPROVAL_APPROVED", to: [requester], actor: lastOf(history, "APPROVED_STEP")?.actor ?? null },
        { kind: "APPROVAL_SHARED", to: readers, actor: requester },
      ];
    case "approval.rejected": {
      const rejection = lastOf(history, "REJECTED");
      return [
        { kind: "APPROVAL_REJECTED", to: [requester], actor: rejection?.actor ?? null, text: rejection?.text ?? null },
      ];
    }
    case "approval.withdrawn":
      return [{ kind: "APPROVAL_WITHDRAWN", to: asked(document), actor: requester }];
    case "approval.commented": {
      const comment = history.find(({ sequence }) => sequence === event.data.sequence);
      const text = comment?.text?.slice(0, EXCERPT_LENGTH) ?? null;
      return [{ kind: "APPROVAL_COMMENTED", to: [requester, ...asked(document)], actor: comment?.actor ?? null, text }];
    }
  }
}

function approversOf({ line }: DocumentState, step: number): StoredPerson[] {
  return (line[step]?.approvers ?? []).map(({ person }) => person);
}

/** Those who were ever asked to decide: the people of the steps that have opened so far. */
function asked(document: DocumentState): StoredPerson[] {
  const { line, history } = document;
  const lastOpened = lastOf(history, "STEP_OPENED")?.step ?? 1;
  return [
    ...line.slice(0, lastOpened).flatMap(({ approvers }) => approvers.map(({ person }) => person)),
    ...deciders(line),
  ];
}

function lastOf(
  history: readonly StoredHistoryEntry[],
  kind: StoredHistoryEntry["kind"],
): StoredHistoryEntry | undefined {
  return history.findLast((entry) => entry.kind === kind);
}
