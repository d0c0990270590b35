import type { FileContent } from "@erp/contracts/files";
import type { FileId } from "@erp/contracts/ids";
import { type FileUploadRow, fileUploads } from "@erp/db/mysql/entities/file-uploads";
import { type StoredFileRow, storedFiles } from "@erp/db/mysql/entities/stored-files";
import { LessThan } from "typeorm";
import type { Ctx } from "../context";
import { DomainError } from "../errors";

/** A file with its content. Whoever calls this has checked that the actor may have it. Throws `file.not-found`. */
export async function readFile(ctx: Ctx, id: FileId): Promise<FileContent> {
  const file = await ctx.mysql.manager.findOne(storedFiles, {
    where: { id },
    select: { name: true, type: true, size: true, content: true },
  });
  if (!file) throw new DomainError("file.not-found");
  const { name, type, size, content } = file;
  return { name, type, size, base64: content.toString("base64") };
}

/** The SHA-256 of what these files hold now, computed where they lie; a file that is missing has none. */
export async function fingerprintsOf(ctx: Ctx, ids: readonly FileId[]): Promise<Map<FileId, string>> {
  const rows: Pick<StoredFileRow, "id" | "sha256">[] = await ctx.mysql.query(
    "SELECT id, SHA2(content, 256) AS sha256 FROM stored_files WHERE id IN (?)",
    [ids],
  );
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
}

/** Uploads last touched before then, the oldest first, behind the one given. */
export async function findUploads(
  ctx: Ctx,
  touchedBefore: Date,
  behind: FileUploadRow | null,
  limit: number,
): Promise<FileUploadRow[]> {
  const query = ctx.mysql.manager
    .createQueryBuilder(fileUploads, "upload")
    .where({ touchedAt: LessThan(touchedBefore) })
    .orderBy({ "upload.touchedAt": "ASC", "upload.fileId": "ASC" })
    .limit(limit);
  if (behind !== null) query.andWhere("(upload.touchedAt, upload.fileId) > (:touchedAt, :fileId)", behind);
  return query.getMany();
}
