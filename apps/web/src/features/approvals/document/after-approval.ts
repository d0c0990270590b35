import type { DocumentView } from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";

/** What an approval by this person sets going, for the sentence beside the button. */
export type AfterApproval =
  | { outcome: "waits-for-others"; people: PersonView[] }
  | { outcome: "goes-on"; people: PersonView[]; kind: "APPROVAL" | "AGREEMENT" }
  | { outcome: "completes"; people: PersonView[] };

/** Null when the document waits for nobody. */
export function afterApproval(document: DocumentView, approverId: EmployeeId): AfterApproval | null {
  if (document.currentStep === null) return null;
  const current = document.line[document.currentStep - 1];
  if (current === undefined) return null;
  const others = current.approvers.filter(({ person, decision }) => person.id !== approverId && decision === null);
  if (current.quorum === "ALL" && others.length > 0) {
    return { outcome: "waits-for-others", people: others.map(({ person }) => person) };
  }
  const next = document.line[document.currentStep];
  if (next === undefined) return { outcome: "completes", people: [document.requester] };
  return { outcome: "goes-on", kind: next.kind, people: next.approvers.map(({ person }) => person) };
}

/** The people the document waits for now. */
export function waitingPeople(document: DocumentView): PersonView[] {
  const current = document.currentStep === null ? undefined : document.line[document.currentStep - 1];
  return (current?.approvers ?? []).filter(({ decision }) => decision === null).map(({ person }) => person);
}
