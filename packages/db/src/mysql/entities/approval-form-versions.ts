import type { OwnFormCode } from "@erp/contracts/approval-forms";
import type { EmployeeId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { idColumn, instantColumn, textColumn } from "../columns";

/** One version of a form of HR's own. It never changes: documents stay on it (ADR 0028). */
export type ApprovalFormVersionRow = {
  code: OwnFormCode;
  version: number;
  nameKo: string;
  nameEn: string;
  descriptionKo: string;
  descriptionEn: string;
  /** JSON text, as an audit entry's detail. */
  fields: string;
  madeBy: EmployeeId;
  madeAt: Date;
};

export const approvalFormVersions = new EntitySchema<ApprovalFormVersionRow>({
  name: "approval_form_versions",
  columns: {
    code: { type: "char", length: 3, primary: true },
    version: { type: "int", unsigned: true, primary: true },
    nameKo: { ...textColumn(40), name: "name_ko" },
    nameEn: { ...textColumn(40), name: "name_en" },
    descriptionKo: { ...textColumn(120), name: "description_ko" },
    descriptionEn: { ...textColumn(120), name: "description_en" },
    fields: { type: "mediumtext" },
    madeBy: { ...idColumn, name: "made_by" },
    madeAt: { ...instantColumn, name: "made_at" },
  },
});
