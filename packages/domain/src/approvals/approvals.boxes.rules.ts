import type { Box } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";
import type { DocumentState, StoredPerson, StoredStep } from "@erp/db/mongo/models/approval-document";

type Placed = Pick<DocumentState, "status" | "requester" | "line" | "references" | "readers">;

/** What a list asks for: `WAITING:<employee id>`; the box ALL belongs to nobody. */
export function boxKey(box: Box, employeeId: EmployeeId): string {
  return box === "ALL" ? "ALL" : `${box}:${employeeId}`;
}

/** Everybody's box that the document lies in, from its state alone (ADR 0003). */
export function boxesOf(document: Placed): string[] {
  const { status, requester, line, references, readers } = document;
  if (status === "DRAFT") return [boxKey("DRAFTS", requester.id)];
  const sharedWith = status === "APPROVED" ? [...references, ...readers] : references;
  const boxes = [
    boxKey("ALL", requester.id),
    boxKey("MINE", requester.id),
    ...waitingFor(document).map(({ id }) => boxKey("WAITING", id)),
    ...upcomingFor(document).map(({ id }) => boxKey("UPCOMING", id)),
    ...deciders(line).map(({ id }) => boxKey("DONE", id)),
    ...sharedWith.map(({ id }) => boxKey("SHARED", id)),
  ];
  return [...new Set(boxes)];
}

/** Who can decide now: the people of the open step who have not yet. */
export function waitingFor({ status, line }: Pick<DocumentState, "status" | "line">): StoredPerson[] {
  if (status !== "IN_PROGRESS") return [];
  const open = line.find(({ state }) => state === "OPEN");
  return (open?.approvers ?? []).filter(({ decision }) => decision === null).map(({ person }) => person);
}

/** Whose step comes later. */
function upcomingFor({ status, line }: Placed): StoredPerson[] {
  if (status !== "IN_PROGRESS") return [];
  return peopleOf(line.filter(({ state }) => state === "PENDING"));
}

/** Who has approved or rejected. */
export function deciders(line: readonly StoredStep[]): StoredPerson[] {
  return line.flatMap(({ approvers }) =>
    approvers.filter(({ decision }) => decision !== null).map(({ person }) => person),
  );
}

export function peopleOf(line: readonly StoredStep[]): StoredPerson[] {
  return line.flatMap(({ approvers }) => approvers.map(({ person }) => person));
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
export function searchTextOf(document: Placed & Pick<DocumentState, "number" | "title" | "values">): string {
  const { number, title, requester, line, values } = document;
  const people = [requester, ...peopleOf(line)].map(({ name }) => name);
  const written = Object.values(values).flatMap((value) =>
    typeof value === "object" ? [value.from, value.to] : [String(value)],
  );
  const places = [requester.departmentNameKo, requester.departmentNameEn];
  return searchable([number ?? "", title, ...people, ...places, ...written].join("\n"));
}
