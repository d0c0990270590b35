import type { DocumentId, EmployeeId, FileId } from "@erp/contracts/ids";
import {
  type DocumentState,
  documentCollection,
  documentModel,
  type StoredFile,
} from "@erp/db/mongo/models/approval-document";
import type { FileUploadRow } from "@erp/db/mysql/entities/file-uploads";
import type { Ctx } from "../context";
import { claimUploads, releaseUploads, removeUpload, settleUploads } from "../files/files.mutations";
import { findUploads } from "../files/files.queries";
import { fateOfUpload, filesOf } from "./approvals.files.rules";
import { findDocument } from "./approvals.store.queries";

const DAY_MS = 24 * 60 * 60 * 1000;
/** An upload may wait so long for the save that names it. */
const UNCLAIMED_DAYS = 1;
/** A draft that nobody has touched for so long keeps its words, not its files. */
const ABANDONED_DAYS = 90;
const BATCH = 200;

/**
 * The files a draft names, in its order: those it has already, and uploads of its writer, which are its own from now on.
 * Throws `file.not-found` for any other. A draft without new files asks no server.
 */
export async function claimFiles(
  ctx: Ctx,
  employeeId: EmployeeId,
  draft: Pick<DocumentState, "_id" | "files">,
  fileIds: readonly FileId[],
): Promise<StoredFile[]> {
  const present = filesOf(draft);
  const fresh = fileIds.filter((id) => !present.some((file) => file.id === id));
  const claimed =
    fresh.length === 0 ? [] : await claimUploads(ctx, { employeeId, documentId: draft._id, fileIds: fresh });
  const known = new Map([...present, ...claimed].map((file) => [file.id, file]));
  return fileIds.flatMap((id) => known.get(id) ?? []);
}

/**
 * When a first save fails, the next try is another document: without this its files would be lost to it. A document that was
 * stored all the same keeps them; where that cannot be told they stay claimed, and the person uploads them again.
 */
export async function releaseFiles(ctx: Ctx, employeeId: EmployeeId, documentId: DocumentId): Promise<void> {
  try {
    if ((await findDocument(ctx, documentId)) === null) await releaseUploads(ctx, { employeeId, documentId });
  } catch (error) {
    ctx.log.warn({ err: error, documentId }, "files of a draft that was not stored are not released");
  }
}

/**
 * Removes the files that no document names: uploads that were never saved, files taken out of a draft, those of discarded
 * drafts and, the hour after, of abandoned ones. Answers how many. Running it again, or twice at once, changes nothing.
 */
export async function clearOrphanedFiles(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now().getTime();
  const abandonedBefore = new Date(now - ABANDONED_DAYS * DAY_MS);
  let cleared = 0;
  let last: FileUploadRow | null = null;
  for (;;) {
    const uploads = await findUploads(ctx, new Date(now - UNCLAIMED_DAYS * DAY_MS), last, BATCH);
    last = uploads.at(-1) ?? null;
    if (last === null) return cleared;
    cleared += await clearAmong(ctx, uploads, abandonedBefore);
  }
}

async function clearAmong(ctx: Ctx, uploads: readonly FileUploadRow[], abandonedBefore: Date): Promise<number> {
  const documents = await documentsOf(ctx, uploads);
  const settled: FileId[] = [];
  let cleared = 0;
  for (const upload of uploads) {
    const document = upload.documentId === null ? undefined : documents.get(upload.documentId);
    const fate = fateOfUpload(upload.fileId, document, abandonedBefore);
    if (fate === "SETTLED") settled.push(upload.fileId);
    if (fate === "ABANDONED" && document) await takeFilesOut(ctx, document);
    if (fate !== "ORPHANED") continue;
    await removeUpload(ctx, upload);
    cleared += 1;
  }
  if (settled.length > 0) await settleUploads(ctx, settled);
  return cleared;
}

type Draft = Pick<DocumentState, "_id" | "version" | "status" | "files" | "updatedAt">;

async function documentsOf(ctx: Ctx, uploads: readonly FileUploadRow[]): Promise<Map<DocumentId, Draft>> {
  const ids = uploads.flatMap(({ documentId }) => documentId ?? []);
  const found = await documentModel(ctx.mongo)
    .find({ _id: { $in: ids } }, { version: 1, status: 1, files: 1, updatedAt: 1 })
    .lean<Draft[]>();
  return new Map(found.map((document) => [document._id, document]));
}

/** The writer may be at it this very moment: then the draft is at another version, and keeps them. */
async function takeFilesOut(ctx: Ctx, { _id, version }: Draft): Promise<void> {
  await documentCollection(ctx.mongo).updateOne(
    { _id, version, status: "DRAFT" },
    { $set: { files: [] }, $inc: { version: 1 } },
  );
}
