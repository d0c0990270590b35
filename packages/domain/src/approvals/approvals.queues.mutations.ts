import type { DocumentId } from "@erp/contracts/ids";
import { type DocumentState, documentModel } from "@erp/db/mongo/models/approval-document";
import {
  claimRebuild,
  emptyQueues,
  endRebuild,
  keepRebuilding,
  putWaiting,
  type RebuildLost,
  takeOverRebuild,
} from "@erp/db/redis/waiting-queues";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { askedNow, managersAsked, peopleOf } from "./approvals.boxes.rules";
import { type CardSource, cardProjection, toCard } from "./approvals.view.rules";

const BATCH = 500;
const ATTEMPTS = 5;

/** Brings the approvers' queues to this state of the document. Idempotent; an older state than the one known changes nothing. */
export async function projectDocument(ctx: Ctx, document: CardSource): Promise<void> {
  const waiting = askedNow(document).map(({ id }) => id);
  const others = [...peopleOf(document.line), ...managersAsked(document.line)]
    .map(({ id }) => id)
    .filter((id) => !waiting.includes(id));
  await putWaiting(ctx.redis, {
    documentId: document._id,
    version: document.version,
    score: document.listedAt.getTime(),
    card: JSON.stringify(toCard(document)),
    waitingFor: waiting,
    noLongerFor: others,
  });
}

/** So that people see their own act at once. The worker projects it again from the event, so a failure loses nothing. */
export async function projectAtOnce(ctx: Ctx, document: DocumentState): Promise<void> {
  await projectDocument(ctx, document).catch((error: unknown) => {
    ctx.log.warn({ err: error, documentId: document._id }, "queues not projected, the worker will");
  });
}

/** Makes the queues of everybody anew from MongoDB, whoever is at it already; answers how many documents were under way. */
export async function rebuildQueues(ctx: Ctx): Promise<number> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const token = newId<string>(ctx.clock);
    await takeOverRebuild(ctx.redis, token);
    const { documents, end } = await rebuildAs(ctx, token);
    if (end !== "wiped") return documents;
  }
  throw new Error("Redis was wiped each time the queues were rebuilt");
}

/** Rebuilds the queues if they are missing and nobody is at it: after a wipe, or the very first time. */
export async function restoreQueues(ctx: Ctx): Promise<void> {
  const token = newId<string>(ctx.clock);
  if (!(await claimRebuild(ctx.redis, token))) return;
  const { end } = await rebuildAs(ctx, token);
  if (end === "wiped") await rebuildQueues(ctx);
}

type Rebuild = { documents: number; end: "complete" | RebuildLost };

/**
 * Batch by batch in the order of the ids: a cursor over all of them would be read from its start for each batch (FerretDB).
 * What is submitted meanwhile projects itself.
 */
async function rebuildAs(ctx: Ctx, token: string): Promise<Rebuild> {
  await emptyQueues(ctx.redis);
  let documents = 0;
  for (let lastId = ""; ; ) {
    const batch = await readUnderWay(ctx, lastId as DocumentId);
    await Promise.all(batch.map((document) => projectDocument(ctx, document)));
    documents += batch.length;
    const last = batch.at(-1);
    if (last === undefined) return { documents, end: await endRebuild(ctx.redis, token) };
    const state = await keepRebuilding(ctx.redis, token);
    if (state !== "under-way") return { documents, end: state };
    lastId = last._id;
  }
}

function readUnderWay(ctx: Ctx, lastId: DocumentId): Promise<CardSource[]> {
  return documentModel(ctx.mongo)
    .find({ status: "IN_PROGRESS", _id: { $gt: lastId } }, cardProjection)
    .hint("status")
    .sort({ _id: 1 })
    .limit(BATCH)
    .lean<CardSource[]>();
}
