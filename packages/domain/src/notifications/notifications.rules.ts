import { documentPath } from "@erp/contracts/approvals";
import type { EventEnvelope } from "@erp/contracts/events";
import type { EmployeeId } from "@erp/contracts/ids";
import type { NotificationKind } from "@erp/contracts/notifications";
import type {
  DocumentState,
  StoredApprover,
  StoredHistoryEntry,
  StoredPerson,
} from "@erp/db/mongo/models/approval-document";
import type { StoredNotification } from "@erp/db/mongo/models/notification";
import {
  deciders,
  lastOpenedStep,
  managersAsked,
  undecidedWhenWithdrawn,
  waitingFor,
} from "../approvals/approvals.boxes.rules";

/** The beginning of a comment is enough to decide whether to open the document. */
const EXCERPT_LENGTH = 200;

export type ToldEvent = EventEnvelope<
  | "approval.submitted"
  | "approval.step-opened"
  | "approval.due-soon"
  | "approval.overdue"
  | "approval.approved"
  | "approval.rejected"
  | "approval.withdrawn"
  | "approval.commented"
>;

/** Who decides today in whose place: the approver's id to the substitute's. */
export type Substitutes = ReadonlyMap<EmployeeId, EmployeeId>;

/** Who is told what, before it is one notification each. */
type Telling = {
  kind: NotificationKind;
  to: readonly Pick<StoredPerson, "id">[];
  actor: StoredPerson | null;
  text?: string | null;
};

/** The notifications an event causes: the people concerned, nobody twice, never who caused it. */
export function notificationsAbout(
  event: ToldEvent,
  document: DocumentState,
  substitutes: Substitutes = new Map(),
): StoredNotification[] {
  const told = new Set<string>(event.actorId === null ? [] : [event.actorId]);
  return [...tellings(event, document, substitutes), ...tellingsToSubstitutes(event, document, substitutes)].flatMap(
    ({ kind, to, actor, text = null }) =>
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

function tellings(event: ToldEvent, document: DocumentState, substitutes: Substitutes): Telling[] {
  const { requester, references, readers, history } = document;
  const standingIn = undecidedAt(event, document)
    .flatMap(({ id }) => substitutes.get(id) ?? [])
    .map((id) => ({ id }));
  switch (event.name) {
    case "approval.submitted":
      return [
        { kind: "APPROVAL_REQUESTED", to: askedBy(event, document), actor: requester },
        { kind: "APPROVAL_REFERENCED", to: references, actor: requester },
      ];
    case "approval.step-opened":
      return [{ kind: "APPROVAL_REQUESTED", to: askedBy(event, document), actor: requester }];
    case "approval.due-soon":
      return [{ kind: "APPROVAL_DUE_SOON", to: undecidedIn(event, document).map(personOf), actor: requester }];
    case "approval.overdue":
      return tellingsOfDelay(undecidedIn(event, document), requester);
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
      return [{ kind: "APPROVAL_WITHDRAWN", to: [...asked(document), ...standingIn], actor: requester }];
    case "approval.commented": {
      const comment = history.find(({ sequence }) => sequence === event.data.sequence);
      const text = comment?.text?.slice(0, EXCERPT_LENGTH) ?? null;
      const to = [requester, ...asked(document), ...standingIn];
      return [{ kind: "APPROVAL_COMMENTED", to, actor: comment?.actor ?? null, text }];
    }
  }
}

/** Managers first: one who is late, too, is asked for something, and need not be told that they are late. */
function tellingsOfDelay(late: readonly StoredApprover[], requester: StoredPerson): Telling[] {
  const toManagers = late.flatMap(({ person, escalatedTo }) =>
    escalatedTo ? [{ kind: "APPROVAL_ESCALATED" as const, to: [escalatedTo], actor: person }] : [],
  );
  return [...toManagers, { kind: "APPROVAL_OVERDUE", to: [requester, ...late.map(personOf)], actor: null }];
}

/** Whoever stands in for somebody who is asked: at first under that person's name and face. Never the requester. */
function tellingsToSubstitutes(event: ToldEvent, document: DocumentState, substitutes: Substitutes): Telling[] {
  return askedBy(event, document).flatMap((principal): Telling[] => {
    const substituteId = substitutes.get(principal.id);
    if (substituteId === undefined || substituteId === document.requester.id) return [];
    const to = [{ id: substituteId }];
    if (event.name === "approval.due-soon") return [{ kind: "APPROVAL_DUE_SOON", to, actor: document.requester }];
    return [{ kind: "SUBSTITUTE_REQUESTED", to, actor: principal }];
  });
}

/** The people whom the event asks to decide: whose turn it brings, or whom it reminds. */
export function askedBy(event: ToldEvent, document: DocumentState): StoredPerson[] {
  switch (event.name) {
    case "approval.submitted":
      return approversOf(document, 0);
    case "approval.step-opened":
      return approversOf(document, event.data.step);
    case "approval.due-soon":
      return undecidedIn(event, document).map(personOf);
    default:
      return [];
  }
}

/** Whose substitutes an event concerns: of those it asks, or who were asked what it is about and have not decided. */
export function stoodInFor(event: ToldEvent, document: DocumentState): StoredPerson[] {
  return [...askedBy(event, document), ...undecidedAt(event, document)];
}

/** Whose decision a withdrawal has made needless, or a comment may matter to. */
function undecidedAt({ name }: ToldEvent, document: DocumentState): StoredPerson[] {
  if (name === "approval.commented") return waitingFor(document);
  return name === "approval.withdrawn" ? undecidedWhenWithdrawn(document) : [];
}

/** Who has not decided the step, if it is still open when the event arrives. */
function undecidedIn(
  { data }: EventEnvelope<"approval.due-soon" | "approval.overdue">,
  { line }: DocumentState,
): StoredApprover[] {
  const step = line[data.step];
  return step?.state === "OPEN" ? step.approvers.filter(({ decision }) => decision === null) : [];
}

function personOf({ person }: StoredApprover): StoredPerson {
  return person;
}

function approversOf({ line }: DocumentState, step: number): StoredPerson[] {
  return (line[step]?.approvers ?? []).map(personOf);
}

/** Those who were ever asked to decide: the people of the steps that have opened so far, and the managers of who was late. */
function asked(document: DocumentState): StoredPerson[] {
  const opened = document.line.slice(0, lastOpenedStep(document));
  return [...opened.flatMap(({ approvers }) => approvers.map(personOf)), ...managersAsked(opened), ...deciders(opened)];
}

function lastOf(
  history: readonly StoredHistoryEntry[],
  kind: StoredHistoryEntry["kind"],
): StoredHistoryEntry | undefined {
  return history.findLast((entry) => entry.kind === kind);
}
