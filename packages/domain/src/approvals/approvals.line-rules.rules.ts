import type { FormCode } from "@erp/contracts/approval-forms";
import { defaultLineRule, EVERYBODY, type LineRule, type LineTier } from "@erp/contracts/line-rules";
import type { ApprovalLineRuleRow } from "@erp/db/mysql/entities/approval-line-rules";

export type StoredRule = Pick<
  ApprovalLineRuleRow,
  "tiers" | "agreementDepartmentCode" | "agreementFromKrw" | "enforcement"
>;

/** The form's rule: the one that HR has stored, or else the one it came with. */
export function ruleOf(formCode: FormCode, stored: StoredRule | null | undefined): LineRule {
  if (!stored) return defaultLineRule(formCode);
  const { tiers, agreementDepartmentCode: departmentCode, agreementFromKrw, enforcement } = stored;
  const agreement = departmentCode === null ? null : { departmentCode, fromKrw: Number(agreementFromKrw) };
  return { tiers: JSON.parse(tiers) as LineTier[], agreement, enforcement };
}

/** The rule as a row holds it. */
export function toStoredRule({ tiers, agreement, enforcement }: LineRule): StoredRule {
  return {
    tiers: JSON.stringify(tiers),
    agreementDepartmentCode: agreement?.departmentCode ?? null,
    agreementFromKrw: agreement?.fromKrw ?? null,
    enforcement,
  };
}

/** What the audit log says of a rule; its tiers in Korean, as a form's fields. The department is an id there, for its name. */
export function wordsOfRule({ tiers, agreement, enforcement }: LineRule, departmentIds: ReadonlyMap<string, string>) {
  return {
    enforcement,
    tiers: tiers.map(wordsOfTier).join(" / "),
    agreementDepartmentId: agreement && (departmentIds.get(agreement.departmentCode) ?? agreement.departmentCode),
    agreementFromKrw: agreement?.fromKrw ?? null,
  };
}

function wordsOfTier({ belowKrw, managers }: LineTier): string {
  const amount = belowKrw === null ? "그 밖" : `${belowKrw.toLocaleString("ko-KR")}원 미만`;
  return `${amount} ${managers === EVERYBODY ? "모두" : `${managers}명`}`;
}
