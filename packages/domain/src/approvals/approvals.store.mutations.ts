import { type FormCode, numberPrefixOf } from "@erp/contracts/approval-forms";
import { koreanDate } from "@erp/contracts/dates";
import { type EventData, type EventName, topicOf } from "@erp/contracts/events";
import { combine, onePer } from "@erp/db/combine";
import { insertCombined } from "@erp/db/mongo/combined-writes";
import { movesIn } from "@erp/db/mongo/document-moves";
import { isDuplicateKey } from "@erp/db/mongo/duplicate-key";
import { type DocumentState, documentCollection, type StoredEvent } from "@erp/db/mongo/models/approval-document";
import { counterCollection } from "@erp/db/mongo/models/counter";
import type { Connection } from "mongoose";
import type { Ctx } from "../context";
import { newEvent } from "../emit";
import { groupBy } from "../group-by";
import { searchTextOf } from "./approvals.boxes.rules";

/** What happens to a document; the request for one comes before there is any. */
type DocumentEventName = Exclude<EventName & `approval.${string}`, "approval.requested">;

/** An event about a document; its id, version and form come from the document. */
export type DocumentEvent = {
  [Name in DocumentEventName]: { name: Name; data: Omit<EventData<Name>, "documentId" | "version" | "formCode"> };
}[DocumentEventName];

/** Stores a new document, and with it the event that announces it; a draft concerns nobody else and has none. */
export async function insertDocument(ctx: Ctx, document: DocumentState, event: DocumentEvent | null): Promise<void> {
  const outbox = event === null ? [] : [waitingEvent(ctx, document, event)];
  const stored = { ...document, searchText: searchTextOf(document), outbox, hasOutbox: outbox.length > 0 };
  await insertCombined(documentCollection(ctx.mongo), stored);
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
  const entries = after.history.slice(before.history.length);
  const waiting = waitingEvent(ctx, after, event);
  return movesIn(ctx.mongo)({
    documentId: before._id,
    eventId: waiting.eventId,
    seal: entries.at(-1)?.hash ?? "",
    version: before.version,
    update: {
      $set: { ...(before.status === "DRAFT" ? contentOf(after) : progressOf(before, after)), hasOutbox: true },
      $push: { history: { $each: entries }, outbox: waiting },
    },
  });
}

/**
 * Announces a deadline that is near and puts the look for the next one at `nextDeadlineAt`. The version stays: nothing that
 * people see changes, and the page on which somebody is about to decide must not become stale by it. False when a move or
 * another reminder was faster.
 */
export async function saveReminder(
  ctx: Ctx,
  document: DocumentState,
  event: DocumentEvent,
  nextDeadlineAt: Date,
): Promise<boolean> {
  const { _id, version, nextDeadlineAt: remindedAt } = document;
  const result = await documentCollection(ctx.mongo).updateOne(
    { _id, version, nextDeadlineAt: remindedAt },
    { $set: { nextDeadlineAt, hasOutbox: true }, $push: { outbox: waitingEvent(ctx, document, event) } },
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

/**
 * The form's next number in this Korean year, `EXP-2026-000123`: unique, in the order of asking; a submission that fails
 * afterwards leaves a gap.
 */
export async function drawNumber(ctx: Ctx, formCode: FormCode): Promise<string> {
  const series = `${numberPrefixOf(formCode)}-${koreanDate(ctx.clock.now()).slice(0, 4)}`;
  return `${series}-${String(await numbersIn(ctx.mongo)(series)).padStart(6, "0")}`;
}

/** Those who ask together draw from a series once, and share what it gave. */
const numbersIn = onePer((mongo: Connection) =>
  combine(async (asked: readonly string[]): Promise<number[]> => {
    const draws = [...groupBy(asked, (series) => series)].map(async ([series, { length }]) => {
      const last = await drawFrom(mongo, series, length);
      return [series, last - length] as const;
    });
    const given = new Map(await Promise.all(draws));
    return asked.map((series) => {
      const number = (given.get(series) ?? 0) + 1;
      given.set(series, number);
      return number;
    });
  }),
);

/** Draws that many numbers and answers the last of them. */
async function drawFrom(mongo: Connection, series: string, count: number): Promise<number> {
  const draw = () =>
    counterCollection(mongo).findOneAndUpdate({ _id: series }, { $inc: { value: count } }, { returnDocument: "after" });
  const counter = (await draw()) ?? (await beginSeries(mongo, series).then(draw));
  if (counter === null) throw new Error(`the series ${series} gave no number`);
  return counter.value;
}

/** Apart from drawing, because upserts that meet may all answer with the first number (FerretDB 2.7 does); many may begin it. */
async function beginSeries(mongo: Connection, series: string): Promise<void> {
  try {
    await counterCollection(mongo).insertOne({ _id: series, value: 0 });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/**
 * What a move changes after submission; the content never does. The next deadline only where the move changes it, because a
 * reminder sent in between moves it on without a new version.
 */
function progressOf(before: DocumentState, after: DocumentState) {
  const { version, status, line, completedAt, updatedAt, boxes, nextDeadlineAt = null } = after;
  const progress = { version, status, line, completedAt, updatedAt, boxes };
  return nextDeadlineAt === (before.nextDeadlineAt ?? null) ? progress : { ...progress, nextDeadlineAt };
}

function contentOf({ _id, history, ...content }: DocumentState) {
  return { ...content, searchText: searchTextOf({ ...content }) };
}

function waitingEvent(
  ctx: Ctx,
  { _id: documentId, version, formCode }: DocumentState,
  { name, data }: DocumentEvent,
): StoredEvent {
  const event = newEvent(ctx, name, documentId, { documentId, version, formCode, ...data } as EventData<typeof name>);
  return { eventId: event.id, topic: topicOf(name), message: JSON.stringify(event) };
}
