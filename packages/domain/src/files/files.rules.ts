import { createHash } from "node:crypto";
import { type FileType, MAX_FILE_BYTES } from "@erp/contracts/files";
import { DomainError } from "../errors";

/** `signature`: which bytes stand where. */
type Kind = { type: FileType; signature: Readonly<Record<number, string>>; endings: readonly [string, ...string[]] };

/** How files of each kind begin, and how their names end. A WebP is one kind of RIFF file, whose length stands in between. */
const kinds: readonly Kind[] = [
  { type: "application/pdf", signature: { 0: "%PDF-" }, endings: [".pdf"] },
  { type: "image/png", signature: { 0: "\x89PNG\r\n\x1a\n" }, endings: [".png"] },
  { type: "image/jpeg", signature: { 0: "\xff\xd8\xff" }, endings: [".jpg", ".jpeg"] },
  { type: "image/webp", signature: { 0: "RIFF", 8: "WEBP" }, endings: [".webp"] },
];

export type DescribedFile = { name: string; type: FileType; size: number; sha256: string };

/**
 * What a file is by its content: a name or a claim of the browser is no proof. The name gets the ending of what the file
 * is, so that nobody saves a program under it. Throws `file.too-large` and `file.type`.
 */
export function describeFile(name: string, content: Buffer): DescribedFile {
  if (content.length > MAX_FILE_BYTES) throw new DomainError("file.too-large");
  const kind = kinds.find((each) => isOf(each, content));
  if (!kind) throw new DomainError("file.type");
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { name: namedAs(kind, name), type: kind.type, size: content.length, sha256 };
}

function isOf({ signature }: Kind, content: Buffer): boolean {
  return Object.entries(signature).every(
    ([at, bytes]) => content.subarray(Number(at), Number(at) + bytes.length).toString("latin1") === bytes,
  );
}

function namedAs({ endings }: Kind, name: string): string {
  const isNamedSo = endings.some((ending) => name.toLowerCase().endsWith(ending));
  return isNamedSo ? name : `${name.slice(0, MAX_NAME_LENGTH - endings[0].length)}${endings[0]}`;
}

/** As the column is long; see `uploadFileInput`. */
const MAX_NAME_LENGTH = 200;
