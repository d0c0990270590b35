import type { EmployeeId } from "@erp/contracts/ids";
import type { LineEnforcement, RuledFormCode } from "@erp/contracts/line-rules";
import { EntitySchema } from "typeorm";
import { idColumn, instantColumn, textColumn } from "../columns";

/** Who signs the documents of a form, as HR has changed it; a form without a row has the rule it came with (ADR 0029). */
export type ApprovalLineRuleRow = {
  formCode: RuledFormCode;
  version: number;
  /** JSON text, as a form's fields: amounts in won. */
  tiers: string;
  agreementDepartmentCode: string | null;
  /** The server gives a BIGINT as text. */
  agreementFromKrw: string | number | null;
  enforcement: LineEnforcement;
  changedBy: EmployeeId;
  changedAt: Date;
};

export const approvalLineRules = new EntitySchema<ApprovalLineRuleRow>({
  name: "approval_line_rules",
  columns: {
    formCode: { ...textColumn(40), name: "form_code", primary: true },
    version: { type: "int", unsigned: true },
    tiers: { type: "text" },
    agreementDepartmentCode: { ...textColumn(40), name: "agreement_department_code", nullable: true },
    agreementFromKrw: { type: "bigint", unsigned: true, name: "agreement_from_krw", nullable: true },
    enforcement: textColumn(10),
    changedBy: { ...idColumn, name: "changed_by" },
    changedAt: { ...instantColumn, name: "changed_at" },
  },
});
