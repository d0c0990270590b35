import type { LineStepInput } from "@erp/contracts/approvals";
import { koreanDate } from "@erp/contracts/dates";
import type { DocumentId, FileId } from "@erp/contracts/ids";
import { type DocumentState, documentModel } from "@erp/db/mongo/models/approval-document";
import { counterModel } from "@erp/db/mongo/models/counter";
import type { StoredNotification } from "@erp/db/mongo/models/notification";
import { signedIn } from "../actor";
import { type DraftOrigin, draftWith, newDraftOrigin } from "../approvals/approvals.drafts.rules";
import { claimFiles } from "../approvals/approvals.files.mutations";
import { amountOf, completeForm } from "../approvals/approvals.form.rules";
import { requireSigners } from "../approvals/approvals.line.queries";
import { loadActiveParticipants } from "../approvals/approvals.people.queries";
import { rebuildQueues } from "../approvals/approvals.queues.mutations";
import { nextRevision, numberOfRevision } from "../approvals/approvals.revisions.rules";
import { submitted } from "../approvals/approvals.rules";
import { drawNumber, insertDocument } from "../approvals/approvals.store.mutations";
import { loadNewestTemplate } from "../approvals/approvals.templates.queries";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { storeNotifications } from "../notifications/notifications.store.mutations";
import { demoStories } from "./demo-documents.data";
import { loadDemoForms } from "./demo-forms";
import type { DemoPerson } from "./demo-people";
import { happen, type Play, playApproval, playComment, playRejection, playWithdrawal } from "./demo-play";
import { uploadReceipt } from "./demo-receipts";
import { loadCast, openStage, type Stage } from "./demo-stage";
import type { DemoStory } from "./demo-story";

/** How many stories have been told, so that a load that was cut short goes on and a finished one is not repeated. */
const PROGRESS = "demo-stories";

const HOUR_MS = 60 * 60 * 1000;
/** What is older than this was read two hours after it came. */
const UNREAD_HOURS = 7 * 24;

/**
 * Plays the demo company's documents through the real rules, each at its own time of the past, so that their histories,
 * notifications and queues are as real as anybody's. Answers how many it added; a second call adds none.
 */
export async function loadDemoDocuments(ctx: Ctx, people: readonly DemoPerson[]): Promise<number> {
  const counters = counterModel(ctx.mongo);
  const told = (await counters.findById(PROGRESS).lean())?.value ?? 0;
  if (told === demoStories.length) return 0;
  const cast = await loadCast(ctx, people);
  await loadDemoForms(ctx, cast);
  for (const [index, story] of [...demoStories.entries()].slice(told)) {
    await tell(ctx, openStage(ctx, cast, story.daysAgo, index), story);
    await counters.updateOne({ _id: PROGRESS }, { $set: { value: index + 1 } }, { upsert: true });
  }
  await rebuildQueues(ctx);
  return demoStories.length - told;
}

async function tell(ctx: Ctx, stage: Stage, story: DemoStory): Promise<void> {
  const by = stage.as(story.by);
  const draft = await writeDraft(stage, by, story);
  if (story.ending === "DRAFT") return insertDocument(by, { ...draft, version: 1 }, null);
  const number = draft.revision ? numberOfRevision(draft.revision) : await drawNumber(by, story.formCode);
  const document = submitted(draft, { at: by.clock.now(), actor: draft.requester }, number);
  const play: Play = { stage, document, notifications: [] };
  happen(play, by, document, { name: "approval.submitted", data: {} });
  for (const remark of story.remarks ?? []) playComment(play, remark.by, remark.text);
  playEnding(play, story.ending);
  await insertDocument(stage.ctx, play.document, null);
  await storeNotifications(
    stage.ctx,
    play.notifications.map((each) => readIfOld(each, ctx.clock.now())),
  );
}

async function writeDraft(stage: Stage, by: Ctx, story: DemoStory) {
  const { title, references = [], readers = [] } = story;
  const line = story.line.map((entry) => stepOf(stage, entry));
  const named = { line, referenceIds: references.map(stage.idOf), readerIds: readers.map(stage.idOf) };
  const participants = await loadActiveParticipants(by, signedIn(by), named);
  const form = await loadNewestTemplate(by, story.formCode);
  const values = completeForm(form, story.values(stage.today()));
  const amountKrw = amountOf(form, values);
  await requireSigners(by, signedIn(by).id, { formCode: form.code, amountKrw }, line);
  const origin = await originOf(by, story);
  const files = await addReceipts(by, origin, story, amountKrw ?? 0);
  return draftWith(origin, { ...participants, form, title, values, files }, by.clock.now());
}

async function originOf(by: Ctx, { revises }: DemoStory): Promise<DraftOrigin> {
  const origin = newDraftOrigin(newId<DocumentId>(by.clock), by.clock.now());
  if (revises === undefined) return origin;
  const revised = await documentModel(by.mongo)
    .findOne({ title: revises, "requester.id": signedIn(by).id, status: "REJECTED" })
    .lean<DocumentState>();
  if (revised === null) throw new Error(`a story revises "${revises}", which nobody has rejected`);
  return { ...origin, revision: nextRevision(revised) };
}

async function addReceipts(by: Ctx, draft: DraftOrigin, { receipts = [] }: DemoStory, amountKrw: number) {
  const receipt = { amountKrw, day: koreanDate(by.clock.now()) };
  const fileIds: FileId[] = [];
  for (const kind of receipts) fileIds.push(await uploadReceipt(by, kind, receipt));
  return claimFiles(by, signedIn(by).id, draft, fileIds);
}

/** `합의 login` agrees, everybody else approves; `login 3일` within three days. */
function stepOf(stage: Stage, entry: string): LineStepInput {
  const [, agreement, login = entry, days] = /^(합의 )?(\S+)(?: (\d+)일)?$/.exec(entry) ?? [];
  return {
    kind: agreement ? "AGREEMENT" : "APPROVAL",
    quorum: "ALL",
    approverIds: [stage.idOf(login)],
    ...(days && { dueInDays: Number(days) }),
  };
}

function playEnding(play: Play, ending: Exclude<DemoStory["ending"], "DRAFT">): void {
  if (ending === "WITHDRAWN") {
    playWithdrawal(play);
    return;
  }
  const approvals =
    ending === "APPROVED" ? play.document.line.length : "approvals" in ending ? ending.approvals : ending.rejectedAfter;
  for (let count = 0; count < approvals; count += 1) playApproval(play, remarkBeside(play, count));
  if (typeof ending === "object" && "rejectedAfter" in ending) playRejection(play, ending.reason);
}

/** What approvers write beside their seal: mostly nothing. */
function remarkBeside({ document }: Play, count: number): string | null {
  const remarks = ["확인했어요.", null, "진행해 주세요.", null, null, "수고 많으셨어요."];
  return remarks[(document.title.length + count) % remarks.length] ?? null;
}

function readIfOld(notification: StoredNotification, now: Date): StoredNotification {
  const createdAt = notification.createdAt.getTime();
  const isOld = createdAt < now.getTime() - UNREAD_HOURS * HOUR_MS;
  return isOld ? { ...notification, readAt: new Date(createdAt + 2 * HOUR_MS) } : notification;
}
