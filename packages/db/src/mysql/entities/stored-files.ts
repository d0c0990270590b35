import type { FileType } from "@erp/contracts/files";
import type { FileId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { instantColumn, primaryIdColumn, textColumn } from "../columns";

/** A file, whatever it belongs to: written once and never changed (grants.ts), its content read only when it is asked for. */
export type StoredFileRow = {
  id: FileId;
  name: string;
  type: FileType;
  size: number;
  /** Of the content, in hexadecimal. */
  sha256: string;
  content: Buffer;
  storedAt: Date;
};

export const storedFiles = new EntitySchema<StoredFileRow>({
  name: "stored_files",
  columns: {
    id: primaryIdColumn,
    name: textColumn(200),
    type: { ...textColumn(40), name: "media_type" },
    size: { type: "int", unsigned: true },
    sha256: { type: "char", length: 64 },
    content: { type: "mediumblob", select: false },
    storedAt: { ...instantColumn, name: "stored_at" },
  },
});
