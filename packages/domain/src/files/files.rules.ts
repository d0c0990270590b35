import { createHash } from "node:crypto";
import { type FileType, MAX_FILE_BYTES } from "@erp/contracts/files";
import { DomainError } from "../errors";

type Kind = { type: FileType; at: number; bytes: string; endings: readonly [string, ...string[]] };

/** How files of each kind begin, and how their names end. */
const kinds: readonly Kind[] = [
  { type: "application/pdf", at: 0, bytes: "%PDF-", endings: [".pdf"] },
  { type: "image/png", at: 0, bytes: "\x89PNG\r\n\x1a\n", endings: [".png"] },
  { type: "image/jpeg", at: 0, bytes: "\xff\xd8\xff", endings: [".jpg", ".jpeg"] },
  { type: "image/webp", at: 8, bytes: "WEBP", endings: [".webp"] },
];

export type DescribedFile = { name: string; type: FileType; size: number; sha256: string };

/**
 * What a file is by its content: a name or a claim of the browser is no proof. The name gets the ending of what the file
 * is, so that nobody saves a program under it. Throws `file.too-large` and `file.type`.
 */
export function describeFile(name: string, content: Buffer): DescribedFile {
  if (content.length > MAX_FILE_BYTES) throw new DomainError("file.too-large");
  const kind = kinds.find(({ at, bytes }) => content.subarray(at, at + bytes.length).toString("latin1") === bytes);
  if (!kind) throw new DomainError("file.type");
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { name: namedAs(kind, name), type: kind.type, size: content.length, sha256 };
}

function namedAs({ endings }: Kind, name: string): string {
  const isNamedSo = endings.some((ending) => name.toLowerCase().endsWith(ending));
  return isNamedSo ? name : `${name.slice(0, MAX_NAME_LENGTH - endings[0].length)}${endings[0]}`;
}

/** As the column is long; see `uploadFileInput`. */
const MAX_NAME_LENGTH = 200;
