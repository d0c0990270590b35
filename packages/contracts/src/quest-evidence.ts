import { z } from "zod";
import { employeeId, questId } from "./ids";
import { line } from "./text";

/** What a browser can show and a virus scanner knows; nothing that runs. */
export const evidenceType = z.enum(["application/pdf", "image/png", "image/jpeg", "image/webp"]);
export type EvidenceType = z.infer<typeof evidenceType>;

/** 5 MiB: a photo of a phone, a report of some pages. */
export const MAX_EVIDENCE_BYTES = 5 * 1024 * 1024;
/** As the file travels: base64 makes four letters of three bytes. */
const MAX_EVIDENCE_LETTERS = Math.ceil(MAX_EVIDENCE_BYTES / 3) * 4;

/** What stands beside somebody's work: the file itself is asked for when it is opened. */
export const evidenceView = z.object({ name: z.string(), type: evidenceType, size: z.int() });
export type EvidenceView = z.infer<typeof evidenceView>;

/** One file for the work that is about to be reported; a second one takes its place. Its type is read from its content. */
export const attachEvidenceInput = z.strictObject({
  questId,
  name: line(200),
  base64: z
    .base64("quest.evidence-malformed")
    .min(1, "quest.evidence-malformed")
    .max(MAX_EVIDENCE_LETTERS, "quest.evidence-too-large"),
});
export type AttachEvidenceInput = z.infer<typeof attachEvidenceInput>;

export const evidenceOfWorkInput = z.strictObject({ questId, employeeId });
export type EvidenceOfWorkInput = z.infer<typeof evidenceOfWorkInput>;
export const evidenceFile = evidenceView.extend({ base64: z.string() });
export type EvidenceFile = z.infer<typeof evidenceFile>;
