import type { OwnFormCode } from "@erp/contracts/approval-forms";
import { EntitySchema } from "typeorm";

/** A form of HR's own: which of its versions is the newest, and whether documents may be begun on it. */
export type ApprovalFormRow = { code: OwnFormCode; version: number; isOffered: boolean };

export const approvalForms = new EntitySchema<ApprovalFormRow>({
  name: "approval_forms",
  columns: {
    code: { type: "char", length: 3, primary: true },
    version: { type: "int", unsigned: true },
    isOffered: { type: "boolean", name: "is_offered" },
  },
});
