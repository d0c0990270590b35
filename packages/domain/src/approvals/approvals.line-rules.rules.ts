import { EVERYBODY, type LineRule, type LineTier } from "@erp/contracts/line-rules";
import type { ApprovalLineRuleRow } from "@erp/db/mysql/entities/approval-line-rules";

export type StoredRule = Pick<
  ApprovalLineRuleRow,
  "tiers" | "agreementDepartmentCode" | "agreementFromKrw" | "enforcement"
>;

/** The rule that HR has stored; null where it has not, and the form has the one it came with. */
export function ruleOf(stored: StoredRule | Record<keyof StoredRule, null> | undefined): LineRule | null {
  if (stored === undefined || stored.tiers === null) return null;
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
