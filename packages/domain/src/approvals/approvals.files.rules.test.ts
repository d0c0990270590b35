import type { FileId } from "@erp/contracts/ids";
import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import { expect, it } from "vitest";
import { AT, buildDraft, buildSubmitted } from "../testing/build-document";
import { type Fate, fateOfUpload } from "./approvals.files.rules";

const id = "01JDCA5N8QG7X2M4R6T9VWYZ0F" as FileId;
const files = [{ id, name: "영수증.pdf", type: "application/pdf" as const, size: 20, sha256: "0".repeat(64) }];
const later = new Date(AT.getTime() + 1);

it.each<[string, DocumentState | undefined, Date, Fate]>([
  ["of a draft somebody is writing", { ...buildDraft(), files }, AT, "KEPT"],
  ["of a draft nobody has touched for long", { ...buildDraft(), files }, later, "ABANDONED"],
  ["taken out of the draft again", { ...buildDraft(), files: [] }, AT, "ORPHANED"],
  ["whose draft was discarded, or never saved", undefined, AT, "ORPHANED"],
  ["of a submitted document, however old", { ...buildSubmitted(), files }, later, "SETTLED"],
  ["taken out before the document was submitted", buildSubmitted(), AT, "ORPHANED"],
])("a file %s", (_, document, abandonedBefore, fate) => {
  expect(fateOfUpload(id, document, abandonedBefore)).toBe(fate);
});
