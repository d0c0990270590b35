import type { Decision } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";
import type { DocumentState, StoredApprover, StoredPerson, StoredStep } from "@erp/db/mongo/models/approval-document";
import { boxesOf } from "./approvals.boxes.rules";
import { firstDeadlineOf, type Holidays, noHolidays, withDueAt } from "./approvals.deadlines.rules";
import { type HistoryFact, withEntry } from "./approvals.history.rules";
import { type DocumentMove, type StepMove, statusAfter, stepAfter } from "./approvals.states";

/** Who moves the document and when; no actor where the system does. `onBehalfOf`: for whom a substitute or manager decides. */
export type Act = { at: Date; actor: StoredPerson | null; onBehalfOf?: StoredPerson };

/** The draft with its number becomes a running document; its first step opens. `holidays` matter to lines with deadlines. */
export function submitted(
  draft: DocumentState,
  act: Act,
  number: string,
  holidays: Holidays = noHolidays,
): DocumentState {
  const changes = { number, ...opened(draft.line, 0, act.at, holidays), submittedAt: act.at, listedAt: act.at };
  return moved({ ...draft, ...changes }, "submit", { ...act, kind: "SUBMITTED", step: null, text: null });
}

/** The approver's yes; the step is approved when that fulfils its quorum. The caller has checked that it is their turn. */
export function approved(
  document: DocumentState,
  act: Act,
  approverId: EmployeeId,
  comment: string | null,
): DocumentState {
  const index = openStepIndex(document.line);
  const decided = withDecision(document.line, index, approverId, {
    decision: "APPROVED",
    decidedAt: act.at,
    comment,
    ...substituteOf(act),
  });
  const line = isQuorumMet(decided[index]) ? moveStep(decided, index, "approve") : decided;
  return moved({ ...document, line }, "approve", { ...act, kind: "APPROVED_STEP", step: index + 1, text: comment });
}

/** One no ends the document at once; later steps never get their turn. */
export function rejected(document: DocumentState, act: Act, approverId: EmployeeId, reason: string): DocumentState {
  const index = openStepIndex(document.line);
  const decided = withDecision(document.line, index, approverId, {
    decision: "REJECTED",
    decidedAt: act.at,
    comment: reason,
    ...substituteOf(act),
  });
  const line = voidRest(moveStep(decided, index, "reject"));
  return moved({ ...document, line, completedAt: act.at }, "reject", {
    ...act,
    kind: "REJECTED",
    step: index + 1,
    text: reason,
  });
}

export function withdrawn(document: DocumentState, act: Act): DocumentState {
  const changes = { line: voidRest(document.line), completedAt: act.at };
  return moved({ ...document, ...changes }, "withdraw", { ...act, kind: "WITHDRAWN", step: null, text: null });
}

export function commented(document: DocumentState, act: Act, text: string): DocumentState {
  return moved(document, "comment", { ...act, kind: "COMMENTED", step: null, text });
}

/** What follows from an approved step: the next one opens, or the document is complete. Null while a step is open, or after the end. */
export function advanced(document: DocumentState, at: Date, holidays: Holidays = noHolidays): DocumentState | null {
  const { status, line } = document;
  if (status !== "IN_PROGRESS" || openStepIndex(line) !== -1) return null;
  const next = line.findIndex(({ state }) => state === "PENDING");
  const act = { at, actor: null, text: null };
  if (next === -1)
    return moved({ ...document, completedAt: at }, "complete", { ...act, kind: "COMPLETED", step: null });
  return moved({ ...document, ...opened(line, next, at, holidays) }, "openStep", {
    ...act,
    kind: "STEP_OPENED",
    step: next + 1,
  });
}

/** The open step's deadline has passed: from now on these managers, by their approver's id, may decide in their stead. */
export function escalated(
  document: DocumentState,
  at: Date,
  managers: ReadonlyMap<EmployeeId, StoredPerson>,
): DocumentState {
  const index = openStepIndex(document.line);
  const withManager = (approver: StoredApprover) => {
    const manager = approver.decision === null ? managers.get(approver.person.id) : undefined;
    return manager ? { ...approver, escalatedTo: manager } : approver;
  };
  const line = document.line.map((step, position) =>
    position === index ? { ...step, approvers: step.approvers.map(withManager) } : step,
  );
  const fact = { at, actor: null, kind: "ESCALATED", step: index + 1, text: null } as const;
  return moved({ ...document, line, nextDeadlineAt: null }, "escalate", fact);
}

export function openStepIndex(line: readonly StoredStep[]): number {
  return line.findIndex(({ state }) => state === "OPEN");
}

/** True once the last step is approved, also in the moment before the worker completes the document. */
export function isFullyApproved(line: readonly StoredStep[]): boolean {
  return line.every(({ state }) => state === "APPROVED");
}

/** Every move ends here: status, version, history and boxes change together or not at all. */
function moved(document: DocumentState, move: DocumentMove, fact: HistoryFact): DocumentState {
  const next = {
    ...document,
    status: statusAfter(document.status, move),
    version: document.version + 1,
    updatedAt: fact.at,
    nextDeadlineAt: openStepIndex(document.line) === -1 ? null : document.nextDeadlineAt,
  };
  return { ...next, history: withEntry(next, fact), boxes: boxesOf(next) };
}

/** The line with this step open, and its deadline. */
function opened(
  line: readonly StoredStep[],
  index: number,
  at: Date,
  holidays: Holidays,
): Pick<DocumentState, "line" | "nextDeadlineAt"> {
  const running = moveStep(line, index, "open").map((step, position) =>
    position === index ? withDueAt(step, at, holidays) : step,
  );
  const step = running[index];
  return { line: running, nextDeadlineAt: step ? firstDeadlineOf(step) : null };
}

function isQuorumMet(step: StoredStep | undefined): boolean {
  const decisions = step?.approvers.map(({ decision }) => decision) ?? [];
  const isApproved = (decision: Decision | null) => decision === "APPROVED";
  return step?.quorum === "ANY" ? decisions.some(isApproved) : decisions.every(isApproved);
}

/** Whoever decided in the approver's place stands beside the decision. */
function substituteOf({ actor, onBehalfOf }: Act): Pick<StoredApprover, "substitute"> {
  return actor && onBehalfOf ? { substitute: actor } : {};
}

function withDecision(
  line: readonly StoredStep[],
  index: number,
  approverId: EmployeeId,
  decided: Omit<StoredApprover, "person">,
): StoredStep[] {
  const decide = (approver: StoredApprover) =>
    approver.person.id === approverId ? { ...approver, ...decided } : approver;
  return line.map((step, at) => (at === index ? { ...step, approvers: step.approvers.map(decide) } : step));
}

function moveStep(line: readonly StoredStep[], index: number, move: StepMove): StoredStep[] {
  return line.map((step, at) => (at === index ? { ...step, state: stepAfter(step.state, move) ?? step.state } : step));
}

function voidRest(line: readonly StoredStep[]): StoredStep[] {
  return line.map((step) => ({ ...step, state: stepAfter(step.state, "void") ?? step.state }));
}
