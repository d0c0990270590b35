import type { DepartmentId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { idColumn, instantColumn, primaryIdColumn, textColumn } from "../columns";

/** A node of the company's tree; the head office has no parent. */
export type DepartmentRow = {
  id: DepartmentId;
  code: string;
  nameKo: string;
  nameEn: string;
  parentId: DepartmentId | null;
  createdAt: Date;
};

export const departments = new EntitySchema<DepartmentRow>({
  name: "departments",
  columns: {
    id: primaryIdColumn,
    code: textColumn(40),
    nameKo: { ...textColumn(50), name: "name_ko" },
    nameEn: { ...textColumn(50), name: "name_en" },
    parentId: { ...idColumn, name: "parent_id", nullable: true },
    createdAt: { ...instantColumn, name: "created_at" },
  },
});
