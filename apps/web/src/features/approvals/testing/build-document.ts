import { formTemplates } from "@erp/contracts/approval-forms";
import type { DocumentView, StepView } from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";

/** A person whose id is made from the name, so that the same name is the same person within a test. */
export function buildPerson(name: string, changes: Partial<PersonView> = {}): PersonView {
  const code = [...name].map((letter) => letter.charCodeAt(0).toString(10)).join("");
  const id = `01JD${code}`.padEnd(26, "0").slice(0, 26) as EmployeeId;
  return { id, name, position: "DAERI", departmentNameKo: "개발팀", departmentNameEn: "Development", ...changes };
}

export function buildStep(names: string[], changes: Partial<StepView> = {}): StepView {
  const approvers = names.map((name) => ({
    person: buildPerson(name),
    decision: null,
    decidedAt: null,
    comment: null,
    substitute: null,
    escalatedTo: null,
  }));
  return { kind: "APPROVAL", quorum: "ALL", state: "PENDING", dueAt: null, approvers, ...changes };
}

/** A running expense of 김도윤, waiting at its first step. */
export function buildDocument(changes: Partial<DocumentView> = {}): DocumentView {
  const line = changes.line ?? [buildStep(["한지우"], { state: "OPEN" })];
  return {
    id: "01JDCA5N8QG7X2M4R6T9VWYZ0B" as DocumentId,
    version: 1,
    formCode: "EXPENSE",
    formVersion: 1,
    form: formTemplates.EXPENSE,
    number: "EXP-2026-000123",
    title: "서버 증설 비용",
    revision: 1,
    status: "IN_PROGRESS",
    requester: buildPerson("김도윤", { position: "SAWON" }),
    amountKrw: 1_280_000,
    stepCount: line.length,
    currentStep: 1,
    submittedAt: new Date("2026-11-23T00:12:00Z"),
    updatedAt: new Date("2026-11-23T00:12:00Z"),
    values: { amountKrw: 1_280_000, spentOn: "2026-11-20", content: "서버 두 대" },
    line,
    references: [],
    readers: [],
    files: [],
    history: [],
    completedAt: null,
    onBehalfOf: null,
    allowedActions: ["approve", "reject", "comment"],
    ...changes,
  };
}
