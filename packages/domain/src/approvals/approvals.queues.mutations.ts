import { type DocumentState, documentModel } from "@erp/db/mongo/models/approval-document";
import { areQueuesReady, beginRebuild, claimRebuild, endRebuild, putWaiting } from "@erp/db/redis/waiting-queues";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { peopleOf, waitingFor } from "./approvals.boxes.rules";
import { type CardSource, cardProjection, toCard } from "./approvals.view.rules";

const BATCH = 100;
const ATTEMPTS = 5;
const CLAIM_SECONDS = 60;

/** Brings the approvers' queues to this state of the document. Idempotent; an older state than the one known changes nothing. */
export async function projectDocument(ctx: Ctx, document: CardSource): Promise<void> {
  const waiting = waitingFor(document).map(({ id }) => id);
  const others = peopleOf(document.line)
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

/** Makes the queues of everybody anew from MongoDB; answers how many documents were under way. */
export async function rebuildQueues(ctx: Ctx): Promise<number> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const token = newId<string>(ctx.clock);
    await beginRebuild(ctx.redis, token);
    const documents = await projectAll(ctx);
    if ((await endRebuild(ctx.redis, token)) !== "wiped") return documents;
  }
  throw new Error("Redis was wiped each time the queues were rebuilt");
}

/** Rebuilds the queues if they are missing and nobody is at it: after a wipe, or the very first time. */
export async function restoreQueues(ctx: Ctx): Promise<void> {
  if (await areQueuesReady(ctx.redis)) return;
  if (await claimRebuild(ctx.redis, CLAIM_SECONDS)) await rebuildQueues(ctx);
}

async function projectAll(ctx: Ctx): Promise<number> {
  let documents = 0;
  const project = async (batch: CardSource[]) => {
    await Promise.all(batch.map((document) => projectDocument(ctx, document)));
    documents += batch.length;
  };
  const underWay = documentModel(ctx.mongo).find({ status: "IN_PROGRESS" }, cardProjection).lean<CardSource>();
  await underWay.cursor({ batchSize: BATCH }).eachAsync(project, { batchSize: BATCH });
  return documents;
}
