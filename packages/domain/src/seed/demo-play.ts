import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import type { StoredNotification } from "@erp/db/mongo/models/notification";
import { signedIn } from "../actor";
import { peopleOf, waitingFor } from "../approvals/approvals.boxes.rules";
import { assertAllowed, refusalToComment, refusalToDecide, refusalToWithdraw } from "../approvals/approvals.policy";
import { eventOfAdvance } from "../approvals/approvals.reactions";
import { type Act, advanced, approved, commented, rejected, withdrawn } from "../approvals/approvals.rules";
import type { DocumentEvent } from "../approvals/approvals.store.mutations";
import type { Ctx } from "../context";
import { newEvent } from "../emit";
import { notificationsAbout, type ToldEvent } from "../notifications/notifications.rules";
import type { Stage } from "./demo-stage";

/** A document on its way through a story, and what people were told about it so far. */
export type Play = { stage: Stage; document: DocumentState; notifications: StoredNotification[] };

/** Workers need this long between a decision and what follows from it. */
const WORKER_MS = 900;

/** The document is as `after` has it from now on, and those concerned are told. */
export function happen(
  play: Play,
  by: Ctx,
  after: DocumentState,
  { name, data }: Extract<DocumentEvent, { name: ToldEvent["name"] }>,
): void {
  const { _id: documentId, version } = after;
  const event = newEvent(by, name, documentId, { documentId, version, ...data } as ToldEvent["data"]);
  play.notifications.push(...notificationsAbout(event as ToldEvent, after));
  play.document = after;
}

export function playComment(play: Play, login: string, text: string): void {
  const by = play.stage.as(login);
  assertAllowed(refusalToComment(play.document));
  const after = commented(play.document, actOf(play, by), text);
  happen(play, by, after, { name: "approval.commented", data: { sequence: after.history.length } });
}

/** Whoever is asked approves; then the next step opens or the document is complete. */
export function playApproval(play: Play, comment: string | null): void {
  const by = nextApprover(play);
  const before = approved(play.document, actOf(play, by), signedIn(by).id, comment);
  const after = advanced(before, new Date(by.clock.now().getTime() + WORKER_MS));
  play.document = before;
  if (after !== null) happen(play, play.stage.asWorker(WORKER_MS), after, eventOfAdvance(before, after));
}

export function playRejection(play: Play, reason: string): void {
  const by = nextApprover(play);
  const step = play.document.line.findIndex(({ state }) => state === "OPEN");
  happen(play, by, rejected(play.document, actOf(play, by), signedIn(by).id, reason), {
    name: "approval.rejected",
    data: { step },
  });
}

export function playWithdrawal(play: Play): void {
  const by = play.stage.actingAs(play.document.requester.id);
  assertAllowed(refusalToWithdraw(signedIn(by), play.document));
  happen(play, by, withdrawn(play.document, actOf(play, by)), { name: "approval.withdrawn", data: {} });
}

/** The next person whose turn it is, where the real rules agree. */
function nextApprover({ stage, document }: Play): Ctx {
  const [person] = waitingFor(document);
  if (person === undefined) throw new Error(`nobody is asked to decide "${document.title}"`);
  const by = stage.actingAs(person.id);
  assertAllowed(refusalToDecide(signedIn(by), document));
  return by;
}

function actOf({ document }: Play, by: Ctx): Act {
  const people = [document.requester, ...peopleOf(document.line), ...document.references];
  return { at: by.clock.now(), actor: people.find(({ id }) => id === signedIn(by).id) ?? null };
}
