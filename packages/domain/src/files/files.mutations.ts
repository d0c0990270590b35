import type { FileView, UploadFileInput } from "@erp/contracts/files";
import type { DocumentId, EmployeeId, FileId } from "@erp/contracts/ids";
import { type FileUploadRow, fileUploads } from "@erp/db/mysql/entities/file-uploads";
import { type StoredFileRow, storedFiles } from "@erp/db/mysql/entities/stored-files";
import type { Tx } from "@erp/db/mysql/transaction";
import { IsNull } from "typeorm";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { inTransaction } from "../transaction";
import { type DescribedFile, describeFile } from "./files.rules";

/** Several times what one draft may hold; more is no way of writing one. Uploads of the same moment may pass it by a few. */
const MAX_UNCLAIMED = 50;

/**
 * Keeps a file of the actor's for a day: until a draft or a report names it, nobody sees it (ADR 0020). Nobody is told:
 * what names it does. Throws what `describeFile` throws, and `file.too-many-unclaimed`.
 */
export async function uploadFile(ctx: Ctx, { name, base64 }: UploadFileInput): Promise<FileView> {
  const { id: employeeId } = authorize(ctx, "files:upload");
  const content = Buffer.from(base64, "base64");
  const { sha256, ...described } = describeFile(name, content);
  const unclaimed = await ctx.mysql.manager.countBy(fileUploads, { employeeId, documentId: IsNull() });
  if (unclaimed >= MAX_UNCLAIMED) throw new DomainError("file.too-many-unclaimed");
  const id = newId<FileId>(ctx.clock);
  const now = ctx.clock.now();
  const file: StoredFileRow = { id, ...described, sha256, content, storedAt: now };
  const upload: FileUploadRow = { fileId: id, employeeId, documentId: null, touchedAt: now };
  await inTransaction(ctx, async (tx) => {
    await tx.insert(storedFiles, file);
    await tx.insert(fileUploads, upload);
  });
  return { id, ...described };
}

export type Claim = { employeeId: EmployeeId; documentId: DocumentId; fileIds: readonly FileId[] };

/**
 * The person's uploads become files of this draft, and of no other one. Claiming again what the draft has claimed changes
 * nothing. Throws `file.not-found` for somebody else's, another document's, and what is gone.
 */
export async function claimUploads(ctx: Ctx, claim: Claim): Promise<(DescribedFile & { id: FileId })[]> {
  const { employeeId, documentId, fileIds } = claim;
  await ctx.mysql.query(
    `UPDATE file_uploads SET document_id = ?, touched_at = ?
      WHERE file_id IN (?) AND employee_id = ? AND (document_id IS NULL OR document_id = ?)`,
    [documentId, ctx.clock.now(), fileIds, employeeId, documentId],
  );
  const claimed: (DescribedFile & { id: FileId })[] = await ctx.mysql.query(
    `SELECT file.id, file.name, file.media_type AS type, file.size, file.sha256
       FROM file_uploads upload JOIN stored_files file ON file.id = upload.file_id
      WHERE upload.file_id IN (?) AND upload.employee_id = ? AND upload.document_id = ?`,
    [fileIds, employeeId, documentId],
  );
  if (claimed.length < fileIds.length) throw new DomainError("file.not-found");
  return claimed;
}

/** The uploads of a document that never came to be wait for a draft again. */
export async function releaseUploads(
  ctx: Ctx,
  { employeeId, documentId }: Pick<Claim, "employeeId" | "documentId">,
): Promise<void> {
  await ctx.mysql.manager.update(fileUploads, { employeeId, documentId }, { documentId: null });
}

/** The person's upload is kept for good, by whatever this transaction writes its id into. Throws `file.not-found`. */
export async function keepUpload(tx: Tx, employeeId: EmployeeId, fileId: FileId): Promise<void> {
  const { affected } = await tx.delete(fileUploads, { fileId, employeeId, documentId: IsNull() });
  if (affected !== 1) throw new DomainError("file.not-found");
}

/** The files of these uploads are kept for good from now on. */
export async function settleUploads(ctx: Ctx, fileIds: readonly FileId[]): Promise<void> {
  await ctx.mysql.manager.delete(fileUploads, [...fileIds]);
}

/** Removes a file that nothing names. Does nothing when a draft has named it since `upload` was read. */
export async function removeUpload(ctx: Ctx, upload: FileUploadRow): Promise<void> {
  const { fileId, touchedAt } = upload;
  await inTransaction(ctx, async (tx) => {
    const { affected } = await tx.delete(fileUploads, { fileId, touchedAt });
    if (affected === 1) await tx.delete(storedFiles, { id: fileId });
  });
}
