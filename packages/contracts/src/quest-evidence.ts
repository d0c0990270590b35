import { z } from "zod";
import { employeeId, fileId, questId } from "./ids";

/** One uploaded file for the work that is about to be reported; a second one takes its place. */
export const attachEvidenceInput = z.strictObject({ questId, fileId });
export type AttachEvidenceInput = z.infer<typeof attachEvidenceInput>;

export const evidenceOfWorkInput = z.strictObject({ questId, employeeId });
export type EvidenceOfWorkInput = z.infer<typeof evidenceOfWorkInput>;
