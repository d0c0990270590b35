import type { DocumentView, Quorum, StepKind } from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";

/**
 * What stands in a person's place of the 결재란. `mine` is the reader's own turn; `spared` was not needed any more
 * (an ANY step somebody else approved), `void` never came to its turn.
 */
export type SealMark = "drafted" | "approved" | "rejected" | "current" | "mine" | "waiting" | "spared" | "void";

/** `substitute` decided in the person's place; `escalatedTo` may do so, since the step's deadline passed. */
export type Seal = {
  person: PersonView;
  mark: SealMark;
  at: Date | null;
  comment: string | null;
  substitute: PersonView | null;
  escalatedTo: PersonView | null;
};

/** One box of the 결재란: the drafter's, or a step's with its people stacked. */
export type SealBox = {
  step: number;
  kind: "DRAFT" | StepKind;
  quorum: Quorum;
  isCurrent: boolean;
  /** The days it may take, while it is open or still to come. */
  dueInDays: number | null;
  seals: Seal[];
};

/** What of a document the 결재란 shows; a draft being written has it too. */
export type SealLineOwner = Pick<DocumentView, "requester" | "submittedAt" | "line">;

/** The boxes as the reader sees them, the drafter's (step 0) first. */
export function sealBoxes({ requester, submittedAt, line }: SealLineOwner, readerId: EmployeeId): SealBox[] {
  const drafted: Seal = {
    person: requester,
    mark: submittedAt === null ? "waiting" : "drafted",
    at: submittedAt,
    comment: null,
    substitute: null,
    escalatedTo: null,
  };
  const steps = line.map(
    (step, index): SealBox => ({
      step: index + 1,
      kind: step.kind,
      quorum: step.quorum,
      isCurrent: step.state === "OPEN",
      dueInDays: step.state === "OPEN" || step.state === "PENDING" ? (step.dueInDays ?? null) : null,
      seals: step.approvers.map((approver) => ({
        person: approver.person,
        mark: markOf(step, approver, readerId),
        at: approver.decidedAt,
        comment: approver.comment,
        substitute: approver.substitute,
        escalatedTo: step.state === "OPEN" && approver.decision === null ? approver.escalatedTo : null,
      })),
    }),
  );
  const drafting: SealBox = {
    step: 0,
    kind: "DRAFT",
    quorum: "ALL",
    isCurrent: false,
    dueInDays: null,
    seals: [drafted],
  };
  return [drafting, ...steps];
}

type Step = DocumentView["line"][number];

function markOf({ state }: Step, { person, decision }: Step["approvers"][number], readerId: EmployeeId): SealMark {
  if (decision === "APPROVED") return "approved";
  if (decision === "REJECTED") return "rejected";
  if (state === "OPEN") return person.id === readerId ? "mine" : "current";
  if (state === "APPROVED") return "spared";
  return state === "PENDING" ? "waiting" : "void";
}
