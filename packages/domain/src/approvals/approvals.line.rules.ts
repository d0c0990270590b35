import type { FormCode } from "@erp/contracts/approval-forms";
import { MAX_STEPS, type StepKind, type SuggestedLine } from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";

/** The company's rule of signatures: below the limit, in won, this many managers are enough; above the last, everybody does. */
const signatureLimits = [
  { belowKrw: 1_000_000, managers: 1 },
  { belowKrw: 10_000_000, managers: 2 },
] as const;

export function managersNeeded(amountKrw: number): number {
  return signatureLimits.find(({ belowKrw }) => amountKrw < belowKrw)?.managers ?? Number.POSITIVE_INFINITY;
}

/** Money this large, once it is spent rather than planned, is agreed with finance. */
export function needsFinance(formCode: FormCode, amountKrw: number): boolean {
  return formCode === "EXPENSE" && managersNeeded(amountKrw) === Number.POSITIVE_INFINITY;
}

/**
 * The line a form of this amount usually takes: the requester's managers, nearest first, up to the rule's height.
 * Finance agrees before the last signature, unless its manager signs anyway.
 */
export function suggestedSteps(
  formCode: FormCode,
  amountKrw: number,
  managers: readonly PersonView[],
  finance: PersonView | null,
): SuggestedLine {
  const signing = managers.slice(0, Math.min(managersNeeded(amountKrw), MAX_STEPS));
  const steps = signing.map((manager) => stepOf("APPROVAL", manager));
  const isSigning = signing.some(({ id }) => id === finance?.id);
  if (finance === null || isSigning || !needsFinance(formCode, amountKrw)) return steps;
  const beforeLast = steps.slice(0, MAX_STEPS - 1);
  return [...beforeLast.slice(0, -1), stepOf("AGREEMENT", finance), ...beforeLast.slice(-1)];
}

function stepOf(kind: StepKind, person: PersonView): SuggestedLine[number] {
  return { kind, quorum: "ALL", approvers: [person] };
}
