import type { EventEnvelope } from "@erp/contracts/events";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import type { Ctx } from "../context";
import { wakeRelay } from "../transaction";
import { deciders, managersAsked, peopleOf } from "./approvals.boxes.rules";
import { substitutesOf } from "./approvals.covers.queries";
import { holidaysAhead } from "./approvals.deadlines.queries";
import { projectDocument } from "./approvals.queues.mutations";
import { onDocumentRequested } from "./approvals.requests.mutations";
import { advanced } from "./approvals.rules";
import { type DocumentEvent, saveMove } from "./approvals.store.mutations";
import { findDocument } from "./approvals.store.queries";

type ApprovalEvent = EventEnvelope<DocumentEvent["name"]>;

type AdvanceEvent = Extract<DocumentEvent, { name: "approval.approved" | "approval.step-opened" }>;

/** Comments may come in between; every try reads the document again. */
const ADVANCE_ATTEMPTS = 30;

/**
 * What the approvals worker does, by event. Each may be delivered late and often. What follows from an approved step is
 * announced where it is done: should the worker die in between, `approval.step-decided` comes again.
 */
export const approvalReactions = {
  "approval.requested": onDocumentRequested,
  "approval.submitted": announceDocument,
  "approval.step-decided": advanceDocument,
  "approval.overdue": announceDocument,
  "approval.rejected": announceDocument,
  "approval.withdrawn": announceDocument,
  "approval.commented": announceDocument,
} as const;

/** Opens the next step, or completes the document, if that is still to be done (ADR 0004); then announces it. */
export async function advanceDocument(ctx: Ctx, event: EventEnvelope<"approval.step-decided">): Promise<void> {
  const document = await advance(ctx, event.data.documentId);
  if (document !== null) await announce(ctx, document);
}

/** The approvers' queues first, then the signal: whoever is told to look finds what changed. */
export async function announceDocument(ctx: Ctx, event: ApprovalEvent): Promise<void> {
  const document = await findDocument(ctx, event.data.documentId);
  if (document !== null) await announce(ctx, document);
}

/** The document once nothing is left to advance. It acts on the state it reads, so a repeated event finds nothing to do. */
async function advance(ctx: Ctx, id: DocumentId): Promise<DocumentState | null> {
  for (let attempt = 1; attempt <= ADVANCE_ATTEMPTS; attempt += 1) {
    const before = await findDocument(ctx, id);
    const after = before && advanced(before, ctx.clock.now(), await holidaysAhead(ctx, before.line));
    if (before === null || after === null) return before;
    if (!(await saveMove(ctx, before, after, eventOfAdvance(before, after)))) continue;
    wakeRelay(ctx, "mongo");
    return after;
  }
  throw new Error(`document ${id} changed each time it was to advance`);
}

/** The event that announces what `advanced` did. */
export function eventOfAdvance(before: DocumentState, after: DocumentState): AdvanceEvent {
  if (after.status === "APPROVED") return { name: "approval.approved", data: {} };
  return { name: "approval.step-opened", data: { step: before.line.findIndex(({ state }) => state === "PENDING") } };
}

async function announce(ctx: Ctx, document: DocumentState): Promise<void> {
  const approverIds = peopleOf(document.line).map(({ id }) => id);
  const [substitutes] = await Promise.all([substitutesOf(ctx, approverIds), projectDocument(ctx, document)]);
  await ctx.signals.send([...new Set([...concerned(document), ...substitutes.values()])], {
    about: "approvals",
    documentId: document._id,
    version: document.version,
  });
}

/** Everybody in one of whose boxes the document lies, or lay a moment ago. */
function concerned({ status, requester, line, references, readers }: DocumentState): EmployeeId[] {
  const people = [
    requester,
    ...peopleOf(line),
    ...deciders(line),
    ...managersAsked(line),
    ...references,
    ...(status === "APPROVED" ? readers : []),
  ];
  return [...new Set(people.map(({ id }) => id))];
}
