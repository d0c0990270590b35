import type { DepartmentId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { idColumn, instantColumn, textColumn } from "../columns";

/** What a person chose when signing up; becomes an employee at their first sign-in. */
export type SignUpRow = {
  email: string;
  name: string;
  departmentId: DepartmentId;
  createdAt: Date;
  /** SHA-256 of the account and of what the browser was told that made it; null in what is older than the rule. */
  proofHash: string | null;
};

export const signUps = new EntitySchema<SignUpRow>({
  name: "sign_ups",
  columns: {
    email: { ...textColumn(254), primary: true },
    name: textColumn(50),
    departmentId: { ...idColumn, name: "department_id" },
    proofHash: { type: "char", length: 64, name: "proof_hash", nullable: true },
    createdAt: { ...instantColumn, name: "created_at" },
  },
});
