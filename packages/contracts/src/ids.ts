import { z } from "zod";

/**
 * Ids are ULIDs (26 characters, sortable by creation time), branded per entity so that the compiler
 * refuses a department where an employee is meant. They are made in `@erp/domain/new-id`.
 */
function brandedId<Brand extends string>(brand: Brand) {
  return z
    .string()
    .min(1, { error: "text.required", abort: true })
    .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, "id.malformed")
    .brand(brand);
}

export const employeeId = brandedId("EmployeeId");
export type EmployeeId = z.infer<typeof employeeId>;

export const departmentId = brandedId("DepartmentId");
export type DepartmentId = z.infer<typeof departmentId>;

export const documentId = brandedId("DocumentId");
export type DocumentId = z.infer<typeof documentId>;

export const substitutionId = brandedId("SubstitutionId");
export type SubstitutionId = z.infer<typeof substitutionId>;

export const savedLineId = brandedId("SavedLineId");
export type SavedLineId = z.infer<typeof savedLineId>;

export const questId = brandedId("QuestId");
export type QuestId = z.infer<typeof questId>;

export const fileId = brandedId("FileId");
export type FileId = z.infer<typeof fileId>;

export const eventId = brandedId("EventId");
export type EventId = z.infer<typeof eventId>;
