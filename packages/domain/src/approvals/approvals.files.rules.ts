import type { FileView } from "@erp/contracts/files";
import type { FileId } from "@erp/contracts/ids";
import type { DocumentState, StoredFile } from "@erp/db/mongo/models/approval-document";

/** The document's files, in the writer's order. */
export function filesOf({ files }: Pick<DocumentState, "files">): readonly StoredFile[] {
  return files ?? [];
}

/** A file without its fingerprint, as pages know it. */
export function toFileView({ id, name, type, size }: StoredFile): FileView {
  return { id, name, type, size };
}

/** What becomes of an upload: see `fateOfUpload`. */
export type Fate = "KEPT" | "SETTLED" | "ABANDONED" | "ORPHANED";

/**
 * A file that its document does not name any more, or whose document is gone, is an orphan. In a submitted document it is
 * settled for good; a draft keeps its files unless nobody has touched it since `abandonedBefore`.
 */
export function fateOfUpload(
  fileId: FileId,
  document: Pick<DocumentState, "status" | "files" | "updatedAt"> | undefined,
  abandonedBefore: Date,
): Fate {
  if (document === undefined || !filesOf(document).some(({ id }) => id === fileId)) return "ORPHANED";
  if (document.status !== "DRAFT") return "SETTLED";
  return document.updatedAt < abandonedBefore ? "ABANDONED" : "KEPT";
}
