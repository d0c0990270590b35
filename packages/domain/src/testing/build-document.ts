import { formTemplates } from "@erp/contracts/approval-forms";
import type { Quorum, StepKind } from "@erp/contracts/approvals";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import type { Role } from "@erp/contracts/roles";
import type { DocumentState, StoredPerson, StoredStep } from "@erp/db/mongo/models/approval-document";
import { draftWith, newDraftOrigin } from "../approvals/approvals.drafts.rules";
import type { Looker } from "../approvals/approvals.policy";
import { submitted } from "../approvals/approvals.rules";

/** Documents in memory, for rules that need no server. */
export const AT = new Date("2026-11-20T00:00:00.000Z");

/** The same name is the same person: their id is made from it. */
export function buildPerson(name: string): StoredPerson {
  const id = Buffer.from(name).toString("hex").toUpperCase().padStart(26, "0").slice(-26) as EmployeeId;
  return { id, name, position: "GWAJANG", departmentNameKo: "개발팀", departmentNameEn: "Development" };
}

export function lookerOf(name: string, role: Role = "STAFF"): Looker {
  return { id: buildPerson(name).id, role };
}

export type ChosenStep = { approvers: string[]; quorum?: Quorum; kind?: StepKind; dueInDays?: number };

export function buildStep({ approvers, quorum = "ALL", kind = "APPROVAL", ...deadline }: ChosenStep): StoredStep {
  const people = approvers.map((name) => ({
    person: buildPerson(name),
    decision: null,
    decidedAt: null,
    comment: null,
  }));
  return { kind, quorum, state: "PENDING", approvers: people, ...deadline };
}

type Chosen = { steps?: ChosenStep[]; requester?: string; references?: string[]; readers?: string[] };

/** An expense of "writer"; unless chosen, one step with "manager". */
export function buildDraft({
  steps = [{ approvers: ["manager"] }],
  requester = "writer",
  references = [],
  readers = [],
}: Chosen = {}): DocumentState {
  const content = {
    form: formTemplates.EXPENSE,
    title: "서버 증설 비용",
    values: { amountKrw: 1_280_000, spentOn: "2026-11-20", content: "서버 두 대" },
    requester: buildPerson(requester),
    line: steps.map(buildStep),
    references: references.map(buildPerson),
    readers: readers.map(buildPerson),
    files: [],
  };
  return draftWith(newDraftOrigin("01JDCA5N8QG7X2M4R6T9VWYZ0B" as DocumentId, AT), content, AT);
}

export function buildSubmitted(chosen: Chosen = {}): DocumentState {
  const draft = buildDraft(chosen);
  return submitted(draft, { at: AT, actor: draft.requester }, "EXP-2026-000001");
}
