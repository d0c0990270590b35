import type { SavedLineId } from "@erp/contracts/ids";
import { MAX_SAVED_LINES } from "@erp/contracts/saved-lines";
import type { StoredSavedLine } from "@erp/db/mongo/models/saved-lines";
import { DomainError } from "../errors";

type Lines = readonly StoredSavedLine[];

/** Throws `saved-line.too-many` or `.name-taken`. */
export function withSaved(lines: Lines, saved: StoredSavedLine): StoredSavedLine[] {
  if (lines.length >= MAX_SAVED_LINES) throw new DomainError("saved-line.too-many");
  assertNameFree(lines, saved.name);
  return [...lines, saved];
}

/** Throws `saved-line.not-found` or `.name-taken`. */
export function withNewName(lines: Lines, id: SavedLineId, name: string): StoredSavedLine[] {
  assertThere(lines, id);
  assertNameFree(
    lines.filter((line) => line.id !== id),
    name,
  );
  return lines.map((line) => (line.id === id ? { ...line, name } : line));
}

/** Throws `saved-line.not-found`. */
export function withoutSaved(lines: Lines, id: SavedLineId): StoredSavedLine[] {
  assertThere(lines, id);
  return lines.filter((line) => line.id !== id);
}

function assertThere(lines: Lines, id: SavedLineId): void {
  if (!lines.some((line) => line.id === id)) throw new DomainError("saved-line.not-found");
}

function assertNameFree(lines: Lines, name: string): void {
  if (lines.some((line) => line.name === name)) throw new DomainError("saved-line.name-taken");
}
