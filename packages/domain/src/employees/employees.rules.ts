import type { EditEmployeeInput } from "@erp/contracts/employees";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";

const editableFields = ["name", "departmentId", "position", "role", "hireDate", "weeklyMinutes", "managerId"] as const;
export type EditableField = (typeof editableFields)[number];

/** Fields that make up a post: a change of one of them is a line in the history. */
const postFields: readonly EditableField[] = ["departmentId", "position", "role"];

/** Fields that a session carries: with a change of one of them all sessions end. */
const sessionFields: readonly string[] = ["departmentId", "role"];

export function changedFields(before: EmployeeRow, after: EditEmployeeInput): EditableField[] {
  return editableFields.filter((field) => before[field] !== after[field]);
}

export function isNewPost(changed: readonly EditableField[]): boolean {
  return changed.some((field) => postFields.includes(field));
}

export function endsSessions(changed: readonly string[]): boolean {
  return changed.some((field) => sessionFields.includes(field));
}

/** What the audit log keeps of an edit: each changed field, before and after. */
export function editedValues(before: EmployeeRow, after: EditEmployeeInput, changed: readonly EditableField[]) {
  return Object.fromEntries(changed.map((field) => [field, { before: before[field], after: after[field] }]));
}
