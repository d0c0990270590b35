import {
  type LineStepInput,
  MAX_PEOPLE_PER_STEP,
  MAX_STEPS,
  type Quorum,
  type StepKind,
  type SuggestedLine,
} from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";

/** A line being built: the contracts' steps, with people instead of ids. Its steps always have somebody in them. */
export type DraftLine = SuggestedLine;
export type DraftStep = DraftLine[number];

export type LineChange =
  | { type: "add-step"; person: PersonView }
  | { type: "add-person"; step: number; person: PersonView }
  | { type: "remove-person"; step: number; personId: EmployeeId }
  | { type: "move-step"; from: number; to: number }
  | { type: "set-kind"; step: number; kind: StepKind }
  | { type: "set-quorum"; step: number; quorum: Quorum }
  | { type: "set-deadline"; step: number; dueInDays: number | undefined }
  | { type: "replace"; line: DraftLine };

/** The line after the change. A change the rules do not allow (a person twice, an eleventh step) leaves it as it was. */
export function changeLine(line: DraftLine, change: LineChange): DraftLine {
  switch (change.type) {
    case "add-step":
      return canAddStep(line, change.person.id)
        ? [...line, { kind: "APPROVAL", quorum: "ALL", approvers: [change.person] }]
        : line;
    case "add-person":
      return canJoin(line, change.step, change.person.id)
        ? changeStep(line, change.step, (step) => ({ ...step, approvers: [...step.approvers, change.person] }))
        : line;
    case "remove-person":
      return withoutEmptySteps(
        changeStep(line, change.step, (step) => ({
          ...step,
          approvers: step.approvers.filter(({ id }) => id !== change.personId),
        })),
      );
    case "move-step":
      return moveStep(line, change.from, change.to);
    case "set-kind":
      return changeStep(line, change.step, (step) => ({ ...step, kind: change.kind }));
    case "set-quorum":
      return changeStep(line, change.step, (step) => ({ ...step, quorum: change.quorum }));
    case "set-deadline":
      return changeStep(line, change.step, (step) => ({ ...step, dueInDays: change.dueInDays }));
    case "replace":
      return change.line;
  }
}

export function isInLine(line: DraftLine, personId: EmployeeId): boolean {
  return line.some((step) => step.approvers.some(({ id }) => id === personId));
}

/** A step is known by its first person, who stands nowhere else in the line. */
export function stepKey(step: DraftStep): string {
  return step.approvers[0]?.id ?? "";
}

export function toLineInput(line: DraftLine): LineStepInput[] {
  return line.map(({ kind, quorum, approvers, dueInDays }) => ({
    kind,
    quorum,
    approverIds: approvers.map(({ id }) => id),
    ...(dueInDays && { dueInDays }),
  }));
}

/** Whether two lines name the same people in the same way, so that a fresh suggestion never overwrites a changed line. */
export function isSameLine(one: DraftLine, other: DraftLine): boolean {
  return JSON.stringify(toLineInput(one)) === JSON.stringify(toLineInput(other));
}

function canAddStep(line: DraftLine, personId: EmployeeId): boolean {
  return line.length < MAX_STEPS && !isInLine(line, personId);
}

function canJoin(line: DraftLine, step: number, personId: EmployeeId): boolean {
  const people = line[step]?.approvers.length ?? MAX_PEOPLE_PER_STEP;
  return people < MAX_PEOPLE_PER_STEP && !isInLine(line, personId);
}

function changeStep(line: DraftLine, index: number, change: (step: DraftStep) => DraftStep): DraftLine {
  return line.map((step, at) => (at === index ? change(step) : step));
}

function withoutEmptySteps(line: DraftLine): DraftLine {
  return line.filter((step) => step.approvers.length > 0);
}

function moveStep(line: DraftLine, from: number, to: number): DraftLine {
  const moved = line[from];
  if (moved === undefined || to < 0 || to >= line.length || from === to) return line;
  const others = line.filter((_, index) => index !== from);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}
