import { type FormCode, formTemplates } from "@erp/contracts/approval-forms";
import { koreanDate } from "@erp/contracts/dates";
import { type EventData, type EventName, topicOf } from "@erp/contracts/events";
import { isDuplicateKey } from "@erp/db/mongo/duplicate-key";
import { type DocumentState, documentCollection, type StoredEvent } from "@erp/db/mongo/models/approval-document";
import { counterModel } from "@erp/db/mongo/models/counter";
import type { Ctx } from "../context";
import { newEvent } from "../emit";
import { searchTextOf } from "./approvals.boxes.rules";

/** What happens to a document; the request for one comes before there is any. */
type DocumentEventName = Exclude<EventName & `approval.${string}`, "approval.requested">;

/** An event about a document; its id and version come from the document. */
export type DocumentEvent = {
  [Name in DocumentEventName]: { name: Name; data: Omit<EventData<Name>, "documentId" | "version"> };
}[DocumentEventName];

/** Stores a new document, and with it the event that announces it; a draft concerns nobody else and has none. */
export async function insertDocument(ctx: Ctx, document: DocumentState, event: DocumentEvent | null): Promise<void> {
  const outbox = event === null ? [] : [waitingEvent(ctx, document, event)];
  const stored = { ...document, searchText: searchTextOf(document), outbox, hasOutbox: outbox.length > 0 };
  await documentCollection(ctx.mongo).insertOne(stored);
}

/**
 * One atomic update carries the change, its history entries and its event (ADR 0003). False when the document is no
 * longer at the version the change was computed from: nothing was written, somebody was faster.
 */
export async function saveMove(
  ctx: Ctx,
  before: DocumentState,
  after: DocumentState,
  event: DocumentEvent,
): Promise<boolean> {
  const result = await documentCollection(ctx.mongo).updateOne(
    { _id: before._id, version: before.version },
    {
      $set: { ...(before.status === "DRAFT" ? contentOf(after) : progressOf(after)), hasOutbox: true },
      $push: {
        history: { $each: after.history.slice(before.history.length) },
        outbox: waitingEvent(ctx, after, event),
      },
    },
  );
  return result.matchedCount === 1;
}

/** Saves a draft over the version the person saw; false when it is at another one or no draft any more. */
export async function saveDraftOver(ctx: Ctx, before: DocumentState, after: DocumentState): Promise<boolean> {
  const unchanged = { _id: before._id, version: before.version, status: "DRAFT" as const };
  const result = await documentCollection(ctx.mongo).updateOne(unchanged, { $set: contentOf(after) });
  return result.matchedCount === 1;
}

/** Drafts are the only documents that can be deleted, and only at the version the person saw. */
export async function deleteDraft(ctx: Ctx, draft: DocumentState): Promise<boolean> {
  const result = await documentCollection(ctx.mongo).deleteOne({
    _id: draft._id,
    version: draft.version,
    status: "DRAFT",
  });
  return result.deletedCount === 1;
}

/** The form's next number in this Korean year, `EXP-2026-000123`: unique; a submission that fails afterwards leaves a gap. */
export async function drawNumber(ctx: Ctx, formCode: FormCode): Promise<string> {
  const series = `${formTemplates[formCode].numberPrefix}-${koreanDate(ctx.clock.now()).slice(0, 4)}`;
  const increase = { $inc: { value: 1 } };
  const draw = () =>
    counterModel(ctx.mongo)
      .findOneAndUpdate({ _id: series }, increase, { upsert: true, returnDocument: "after" })
      .lean();
  // Two first draws of a year may both try to insert the series; the loser finds it on its second try.
  const counter = await draw().catch((error: unknown) => (isDuplicateKey(error) ? draw() : Promise.reject(error)));
  return `${series}-${String(counter.value).padStart(6, "0")}`;
}

/** What a move changes after submission; the content never does. */
function progressOf({ version, status, line, completedAt, updatedAt, boxes }: DocumentState) {
  return { version, status, line, completedAt, updatedAt, boxes };
}

function contentOf({ _id, history, ...content }: DocumentState) {
  return { ...content, searchText: searchTextOf({ ...content }) };
}

function waitingEvent(
  ctx: Ctx,
  { _id: documentId, version }: DocumentState,
  { name, data }: DocumentEvent,
): StoredEvent {
  const event = newEvent(ctx, name, documentId, { documentId, version, ...data } as EventData<typeof name>);
  return { eventId: event.id, topic: topicOf(name), message: JSON.stringify(event) };
}
