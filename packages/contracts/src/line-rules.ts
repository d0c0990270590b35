import { z } from "zod";
import { type BuiltInFormCode, builtInFormCode, type FormCode, isBuiltIn, ownFormCode } from "./approval-forms";
import { amountKrw } from "./units";

/**
 * The forms whose documents have a line of their drafter's choice. A correction of attendance goes to the nearest manager,
 * whom nobody chooses.
 */
export const builtInRuledForms = builtInFormCode.exclude(["ATTENDANCE_CORRECTION"]);
export const ruledFormCode = z.union([builtInRuledForms, ownFormCode]);
export type RuledFormCode = z.infer<typeof ruledFormCode>;

/** REQUIRED: a document without the people the rule names is refused. SUGGESTED: the drafter may leave them out. */
export const lineEnforcement = z.enum(["REQUIRED", "SUGGESTED"]);
export type LineEnforcement = z.infer<typeof lineEnforcement>;

/** As many managers as a line has steps for, beside the department that agrees. */
export const MAX_MANAGERS = 9;
export const EVERYBODY = "EVERYBODY";
export const MAX_LINE_TIERS = 8;

/** How many managers sign, nearest first: so many, or everybody up the tree. */
export const managersAsked = z.union([z.int().min(1).max(MAX_MANAGERS), z.literal(EVERYBODY)]);
export type ManagersAsked = z.infer<typeof managersAsked>;

/** Amounts below `belowKrw` won, from the tier before on; null in the last one: all that is left. */
export const lineTier = z.strictObject({ belowKrw: amountKrw.nullable(), managers: managersAsked });
export type LineTier = z.infer<typeof lineTier>;

/** The manager of this department signs, too, from so many won on; from 0 on always. */
export const lineAgreement = z.strictObject({
  departmentCode: z.string({ error: "text.required" }).min(1, "text.required").max(40),
  fromKrw: z
    .int({ error: (issue) => (issue.input === undefined ? "text.required" : "amount.malformed") })
    .min(0, "amount.malformed")
    .max(1_000_000_000_000, "amount.malformed"),
});
export type LineAgreement = z.infer<typeof lineAgreement>;

/** 결재선 규정 (전결 규정): who signs the documents of a form. A document without an amount is one of 0 won. */
const lineRuleFields = {
  tiers: z
    .array(lineTier)
    .min(1, "line-rule.no-tiers")
    .max(MAX_LINE_TIERS, "line-rule.too-many-tiers")
    .superRefine((tiers, context) => {
      for (const { path, message } of problemsOf(tiers)) context.addIssue({ code: "custom", path, message });
    }),
  agreement: lineAgreement.nullable(),
  enforcement: lineEnforcement,
};
export const lineRule = z.strictObject(lineRuleFields);
export type LineRule = z.infer<typeof lineRule>;

/** `version` is the one the change was made from: 0 while the form still has the rule it came with. */
export const changeLineRuleInput = z.strictObject({
  formCode: ruledFormCode,
  version: z.int().min(0),
  ...lineRuleFields,
});
export type ChangeLineRuleInput = z.infer<typeof changeLineRuleInput>;

export const lineRuleView = z.object({ formCode: ruledFormCode, version: z.int(), ...lineRuleFields });
export type LineRuleView = z.infer<typeof lineRuleView>;
export const lineRuleList = z.array(lineRuleView);

const byAmount: LineTier[] = [
  { belowKrw: 1_000_000, managers: 1 },
  { belowKrw: 10_000_000, managers: 2 },
  { belowKrw: null, managers: EVERYBODY },
];
const nearestManager: LineTier[] = [{ belowKrw: null, managers: 1 }];

/** What the portal comes with; HR changes it as the company's own rule has it. */
const builtInRules: Record<BuiltInFormCode, LineRule> = {
  EXPENSE: {
    tiers: byAmount,
    agreement: { departmentCode: "FINANCE", fromKrw: 10_000_000 },
    enforcement: "REQUIRED",
  },
  PROJECT: { tiers: byAmount, agreement: null, enforcement: "REQUIRED" },
  ANNUAL_LEAVE: { tiers: nearestManager, agreement: null, enforcement: "REQUIRED" },
  LEAVE_CANCELLATION: { tiers: nearestManager, agreement: null, enforcement: "REQUIRED" },
  ATTENDANCE_CORRECTION: { tiers: nearestManager, agreement: null, enforcement: "REQUIRED" },
};

/** A form of HR's own only suggests, until HR says otherwise: what it is for, nobody but HR knows. */
const ownFormRule: LineRule = { tiers: byAmount, agreement: null, enforcement: "SUGGESTED" };

/** The rule a form has until HR changes it. */
export function defaultLineRule(code: FormCode): LineRule {
  return isBuiltIn(code) ? builtInRules[code] : ownFormRule;
}

/** How many managers sign a document of so many won. */
export function managersFor({ tiers }: Pick<LineRule, "tiers">, amount: number): ManagersAsked {
  return tiers.find(({ belowKrw }) => belowKrw === null || amount < belowKrw)?.managers ?? EVERYBODY;
}

/** Whether another department agrees to a document of so many won. */
export function asksAgreement({ agreement }: Pick<LineRule, "agreement">, amount: number): boolean {
  return agreement !== null && amount >= agreement.fromKrw;
}

type Problem = { path: (string | number)[]; message: string };

/** Each tier begins where the one before ends, and only the last has no end. */
function problemsOf(tiers: readonly LineTier[]): Problem[] {
  return tiers.flatMap(({ belowKrw }, index): Problem[] => {
    const path = [index, "belowKrw"];
    if (index === tiers.length - 1) return belowKrw === null ? [] : [{ path, message: "line-rule.last-tier" }];
    if (belowKrw === null) return [{ path, message: "text.required" }];
    const before = tiers[index - 1]?.belowKrw ?? 0;
    return belowKrw > before ? [] : [{ path, message: "line-rule.tiers-disordered" }];
  });
}
