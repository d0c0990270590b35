import type { Box, DocumentCard } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";
import type {
  ApprovalDocument,
  DocumentState,
  StoredApprover,
  StoredPerson,
  StoredStep,
} from "@erp/db/mongo/models/approval-document";
import type { QueryFilter } from "mongoose";
import { formOf, writtenWords } from "./approvals.form.rules";

type Placed = Pick<DocumentState, "status" | "requester" | "line" | "references" | "readers">;

/** What a list asks for: `WAITING:<employee id>`; the box ALL belongs to nobody. */
export function boxKey(box: Box, employeeId: EmployeeId): string {
  return box === "ALL" ? "ALL" : `${box}:${employeeId}`;
}

/** What waits for a person: what asks them and, where they stand in for others, what asks those and is not their own. */
export function isWaitingFor(
  employeeId: EmployeeId,
  principalIds: readonly EmployeeId[],
): QueryFilter<ApprovalDocument> {
  const own = { boxes: boxKey("WAITING", employeeId) };
  if (principalIds.length === 0) return own;
  const boxes = [employeeId, ...principalIds].map((id) => boxKey("WAITING", id));
  // What was escalated to those others lies in their box, too, but asks nobody in their place.
  const undecided = { $elemMatch: { "person.id": { $in: [...principalIds] }, decision: null } };
  const isTheirTurn = { line: { $elemMatch: { state: "OPEN" as const, approvers: undecided } } };
  return { boxes: { $in: boxes }, "requester.id": { $ne: employeeId }, $or: [own, isTheirTurn] };
}

/** Everybody's box that the document lies in, from its state alone (ADR 0003). */
export function boxesOf(document: Placed): string[] {
  const { status, requester, line, references, readers } = document;
  if (status === "DRAFT") return [boxKey("DRAFTS", requester.id)];
  const sharedWith = status === "APPROVED" ? [...references, ...readers] : references;
  const boxes = [
    boxKey("ALL", requester.id),
    boxKey("MINE", requester.id),
    ...askedNow(document).map(({ id }) => boxKey("WAITING", id)),
    ...upcomingFor(document).map(({ id }) => boxKey("UPCOMING", id)),
    ...deciders(line).map(({ id }) => boxKey("DONE", id)),
    ...sharedWith.map(({ id }) => boxKey("SHARED", id)),
  ];
  return [...new Set(boxes)];
}

/** Whose decision is missing now: the people of the open step who have not made theirs. */
export function waitingFor(document: Pick<DocumentState, "status" | "line">): StoredPerson[] {
  return undecidedOf(document).map(({ person }) => person);
}

/** Of a document that was taken back: whose decision that has made needless. */
export function undecidedWhenWithdrawn({
  status,
  line,
  history,
}: Pick<DocumentState, "status" | "line" | "history">): StoredPerson[] {
  if (status !== "WITHDRAWN") return [];
  const undecided = line[lastOpenedStep({ history }) - 1]?.approvers.filter(({ decision }) => decision === null) ?? [];
  return undecided.map(({ person }) => person);
}

/** From 1. */
export function lastOpenedStep({ history }: Pick<DocumentState, "history">): number {
  return history.findLast(({ kind }) => kind === "STEP_OPENED")?.step ?? 1;
}

/** Those and, after a deadline, the managers who may decide in their stead: in whose waiting box the document lies. */
export function askedNow(document: Pick<DocumentState, "status" | "line">): StoredPerson[] {
  return undecidedOf(document).flatMap(({ person, escalatedTo }) => (escalatedTo ? [person, escalatedTo] : [person]));
}

/** Which manager may decide in whose stead now. */
export function escalationsOf(document: Pick<DocumentState, "status" | "line">): DocumentCard["escalations"] {
  return undecidedOf(document).flatMap(({ person, escalatedTo }) =>
    escalatedTo ? [{ approverId: person.id, managerId: escalatedTo.id }] : [],
  );
}

function undecidedOf({ status, line }: Pick<DocumentState, "status" | "line">): StoredApprover[] {
  if (status !== "IN_PROGRESS") return [];
  const open = line.find(({ state }) => state === "OPEN");
  return (open?.approvers ?? []).filter(({ decision }) => decision === null);
}

/** Whose step comes later. */
function upcomingFor({ status, line }: Placed): StoredPerson[] {
  if (status !== "IN_PROGRESS") return [];
  return peopleOf(line.filter(({ state }) => state === "PENDING"));
}

/** Who has approved or rejected: the people asked, and who decided in their place. */
export function deciders(line: readonly StoredStep[]): StoredPerson[] {
  return line.flatMap(({ approvers }) =>
    approvers
      .filter(({ decision }) => decision !== null)
      .flatMap(({ person, substitute }) => (substitute ? [person, substitute] : [person])),
  );
}

export function peopleOf(line: readonly StoredStep[]): StoredPerson[] {
  return line.flatMap(({ approvers }) => approvers.map(({ person }) => person));
}

/** The managers that steps were escalated to, decided by now or not. */
export function managersAsked(line: readonly StoredStep[]): StoredPerson[] {
  return line.flatMap(({ approvers }) => approvers.flatMap(({ escalatedTo }) => (escalatedTo ? [escalatedTo] : [])));
}

/** From 1: the step being decided or, between two steps, the one that opens next; null before and after. */
export function currentStep({ status, line }: Pick<DocumentState, "status" | "line">): number | null {
  if (status !== "IN_PROGRESS") return null;
  const index = line.findIndex(({ state }) => state !== "APPROVED");
  return index === -1 ? line.length : index + 1;
}

/** How text is compared when searching: case and the two ways of writing Hangul (NFC, NFD) make no difference. */
export function searchable(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** Number, title, people and what was written, for the search. */
export function searchTextOf(
  document: Placed & Pick<DocumentState, "number" | "title" | "values" | "formCode" | "form">,
): string {
  const { number, title, requester, line, values } = document;
  const people = [requester, ...peopleOf(line)].map(({ name }) => name);
  const written = writtenWords(formOf<"fields">(document), values);
  const places = [requester.departmentNameKo, requester.departmentNameEn];
  return searchable([number ?? "", title, ...people, ...places, ...written].join("\n"));
}
