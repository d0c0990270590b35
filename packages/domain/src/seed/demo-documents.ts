import type { DocumentView, LineStepInput } from "@erp/contracts/approvals";
import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import { counterModel } from "@erp/db/mongo/models/counter";
import { notificationModel } from "@erp/db/mongo/models/notification";
import { waitingFor } from "../approvals/approvals.boxes.rules";
import { saveDraft, submit } from "../approvals/approvals.drafts.mutations";
import { approve, comment, reject, withdraw } from "../approvals/approvals.mutations";
import { findDocument } from "../approvals/approvals.store.queries";
import type { Ctx } from "../context";
import { settleDocuments } from "../testing/settle-documents";
import { demoStories } from "./demo-documents.data";
import type { DemoPerson } from "./demo-people";
import { loadCast, openStage, type Stage } from "./demo-stage";
import type { DemoEnding, DemoStory } from "./demo-story";

/** How many stories have been told, so that a load that was cut short goes on and a finished one is not repeated. */
const PROGRESS = "demo-stories";

const DAY_MS = 24 * 60 * 60 * 1000;
/** What is older than this was read long ago. */
const UNREAD_DAYS = 7;

/**
 * Plays the demo company's documents through the real use cases and reactions, each at its own time of the past, so
 * that their histories are as real as anybody's. Answers how many it added; a second call adds none.
 */
export async function loadDemoDocuments(ctx: Ctx, people: readonly DemoPerson[]): Promise<number> {
  const counters = counterModel(ctx.mongo);
  const told = (await counters.findById(PROGRESS).lean())?.value ?? 0;
  const cast = await loadCast(ctx, people);
  for (let index = told; index < demoStories.length; index += 1) {
    const story = demoStories[index] as DemoStory;
    await tell(openStage(ctx, cast, story.daysAgo, index), story);
    await counters.updateOne({ _id: PROGRESS }, { $set: { value: index + 1 } }, { upsert: true });
  }
  if (told < demoStories.length) await readOldNotifications(ctx, people);
  return demoStories.length - told;
}

async function tell(stage: Stage, story: DemoStory): Promise<void> {
  const { formCode, title, ending, remarks = [] } = story;
  const content = {
    formCode,
    title,
    values: story.values(stage.today()),
    line: story.line.map((entry) => stepOf(stage, entry)),
    referenceIds: (story.references ?? []).map(stage.idOf),
    readerIds: (story.readers ?? []).map(stage.idOf),
  };
  if (ending === "DRAFT") {
    await saveDraft(stage.as(story.by), content);
    return;
  }
  const document = await submit(stage.as(story.by), content);
  await settleDocuments(stage.ctx);
  for (const { by, text } of remarks) await comment(stage.as(by), { documentId: document.id, text });
  await end(stage, story.by, document, ending);
  await settleDocuments(stage.ctx);
}

/** `합의 login` agrees, everybody else approves. */
function stepOf(stage: Stage, entry: string): LineStepInput {
  const login = entry.replace(/^합의 /, "");
  return { kind: login === entry ? "APPROVAL" : "AGREEMENT", quorum: "ALL", approverIds: [stage.idOf(login)] };
}

async function end(
  stage: Stage,
  writer: string,
  { id, line }: DocumentView,
  ending: Exclude<DemoEnding, "DRAFT">,
): Promise<void> {
  if (ending === "WITHDRAWN") {
    const { version } = await load(stage, id);
    await withdraw(stage.as(writer), { documentId: id, version });
    return;
  }
  const approvals =
    ending === "APPROVED" ? line.length : "approvals" in ending ? ending.approvals : ending.rejectedAfter;
  for (let count = 0; count < approvals; count += 1) {
    const { ctx, ...seen } = await nextTurn(stage, id);
    await approve(ctx, { ...seen, comment: remark(stage) });
    await settleDocuments(stage.ctx);
  }
  if (typeof ending === "string" || "approvals" in ending) return;
  const { ctx, ...seen } = await nextTurn(stage, id);
  await reject(ctx, { ...seen, reason: ending.reason });
}

/** What approvers write beside their seal: mostly nothing. */
function remark(stage: Stage): string | undefined {
  const remarks = ["확인했어요.", undefined, "진행해 주세요.", undefined, undefined, "수고 많으셨어요."];
  return remarks[stage.ctx.clock.now().getUTCMinutes() % remarks.length];
}

/** Whose turn it is, with the document as they see it. */
async function nextTurn(stage: Stage, documentId: DocumentView["id"]) {
  const document = await load(stage, documentId);
  const [person] = waitingFor(document);
  if (person === undefined) throw new Error(`nobody is asked to decide document ${documentId}`);
  return { ctx: stage.actingAs(person.id), documentId, version: document.version };
}

async function load(stage: Stage, documentId: DocumentView["id"]): Promise<DocumentState> {
  const document = await findDocument(stage.ctx, documentId);
  if (document === null) throw new Error(`document ${documentId} is not there`);
  return document;
}

async function readOldNotifications({ mongo, clock }: Ctx, people: readonly DemoPerson[]): Promise<void> {
  const lately = new Date(clock.now().getTime() - UNREAD_DAYS * DAY_MS);
  const old = { employeeId: { $in: people.map(({ id }) => id) }, readAt: null, createdAt: { $lt: lately } };
  await notificationModel(mongo).updateMany(old, { $set: { readAt: lately } });
}
