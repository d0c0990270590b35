import type { DocumentId, EmployeeId, FileId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { idColumn, instantColumn, primaryIdColumn } from "../columns";

/** A file that may still go: just uploaded, or in a draft. The row ends when the file is kept for good, or with the file. */
export type FileUploadRow = {
  fileId: FileId;
  employeeId: EmployeeId;
  /** The draft that has named it; null until one does. */
  documentId: DocumentId | null;
  /** The upload, or when the draft named it. */
  touchedAt: Date;
};

export const fileUploads = new EntitySchema<FileUploadRow>({
  name: "file_uploads",
  columns: {
    fileId: { ...primaryIdColumn, name: "file_id" },
    employeeId: { ...idColumn, name: "employee_id" },
    documentId: { ...idColumn, name: "document_id", nullable: true },
    touchedAt: { ...instantColumn, name: "touched_at" },
  },
});
