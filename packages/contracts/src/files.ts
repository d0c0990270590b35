import { z } from "zod";
import { type documentId, type employeeId, fileId, type questId } from "./ids";
import { line } from "./text";

/** What a browser can show and a virus scanner knows; nothing that runs. */
export const fileType = z.enum(["application/pdf", "image/png", "image/jpeg", "image/webp"]);
export type FileType = z.infer<typeof fileType>;

/** 5 MiB: a photo of a phone, a report of some pages. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;
/** As the file travels: base64 makes four letters of three bytes. */
const MAX_FILE_LETTERS = Math.ceil(MAX_FILE_BYTES / 3) * 4;

/** A file as lists and pages know it: the content is asked for when it is opened. */
export const fileView = z.object({ id: fileId, name: z.string(), type: fileType, size: z.int() });
export type FileView = z.infer<typeof fileView>;

/** One file, sent alone; what it belongs to names its id afterwards. Its type is read from its content. */
export const uploadFileInput = z.strictObject({
  name: line(200),
  base64: z.base64("file.malformed").min(1, "file.malformed").max(MAX_FILE_LETTERS, "file.too-large"),
});
export type UploadFileInput = z.infer<typeof uploadFileInput>;

export const fileContent = fileView.omit({ id: true }).extend({ base64: z.string() });
export type FileContent = z.infer<typeof fileContent>;

/** Where files are served; what follows says whose they are. */
export const FILES_PATH = "/api/files";

/** The address of a file of an approval document. */
export function documentFilePath(document: z.infer<typeof documentId>, file: z.infer<typeof fileId>): string {
  return `${FILES_PATH}/documents/${document}/${file}`;
}

/** The address of the file beside somebody's work on a quest. */
export function evidencePath(quest: z.infer<typeof questId>, employee: z.infer<typeof employeeId>): string {
  return `${FILES_PATH}/quests/${quest}/${employee}`;
}
