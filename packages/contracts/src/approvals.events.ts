import { z } from "zod";
import { formCode } from "./approval-forms";
import { documentRequest } from "./approvals";
import { documentId } from "./ids";

const topic = "erp.approvals.v1";

/**
 * `version` is the document's after the move: whoever reads a newer one has seen this one's effect. `formCode` lets a
 * domain pass over what is not about its forms. `step` counts from 0.
 */
const moved = { documentId, version: z.int(), formCode };

export const approvalEvents = {
  /** Leave or attendance has stored something that needs an approval; the document follows, if it is not there yet. */
  "approval.requested": { topic, data: documentRequest },
  "approval.submitted": { topic, data: z.object(moved) },
  /** An approver said yes; `stepApproved` when that fulfilled the step's quorum. */
  "approval.step-decided": { topic, data: z.object({ ...moved, step: z.int(), stepApproved: z.boolean() }) },
  "approval.step-opened": { topic, data: z.object({ ...moved, step: z.int() }) },
  /** The open step's deadline is near; nothing of the document has changed. */
  "approval.due-soon": { topic, data: z.object({ ...moved, step: z.int() }) },
  /** It has passed: the late approvers' managers, where they have one, may decide in their stead. */
  "approval.overdue": { topic, data: z.object({ ...moved, step: z.int() }) },
  "approval.approved": { topic, data: z.object(moved) },
  "approval.rejected": { topic, data: z.object({ ...moved, step: z.int() }) },
  "approval.withdrawn": { topic, data: z.object(moved) },
  "approval.commented": { topic, data: z.object({ ...moved, sequence: z.int() }) },
} as const;
