import type { BrokenFile, DocumentFileInput } from "@erp/contracts/approvals";
import type { FileContent } from "@erp/contracts/files";
import type { StoredFile } from "@erp/db/mongo/models/approval-document";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { fingerprintsOf, readFile } from "../files/files.queries";
import { filesOf } from "./approvals.files.rules";
import { loadDocumentFor } from "./approvals.store.queries";

/** A file of a document, for whoever may open that. Throws `approval.not-found`, and `file.not-found` for another one's. */
export async function readDocumentFile(ctx: Ctx, { documentId, fileId }: DocumentFileInput): Promise<FileContent> {
  const actor = authorize(ctx, "approvals:read");
  const document = await loadDocumentFor(ctx, actor, documentId);
  const file = filesOf(document).find(({ id }) => id === fileId);
  if (file === undefined) throw new DomainError("file.not-found");
  const { base64 } = await readFile(ctx, fileId);
  // Name and type are what the chain covers.
  const { name, type, size } = file;
  return { name, type, size, base64 };
}

/** The files that are not any more what the document says. One without files asks no server. */
export async function findBrokenFiles(ctx: Ctx, files: readonly StoredFile[]): Promise<BrokenFile[]> {
  if (files.length === 0) return [];
  const fingerprints = await fingerprintsOf(
    ctx,
    files.map(({ id }) => id),
  );
  return files
    .filter(({ id, sha256 }) => fingerprints.get(id) !== sha256)
    .map(({ id, name }) => ({ name, problem: fingerprints.has(id) ? "ALTERED" : "MISSING" }));
}
