import { z } from "zod";
import { calendarDate } from "./dates";
import { employeeId, substitutionId } from "./ids";

const topic = "erp.approvals.v1";

/** `employeeId` is the approver who is stood in for. */
const substitution = z.object({ substitutionId, employeeId, substituteId: employeeId });

export const substitutionEvents = {
  "substitution.named": { topic, data: substitution },
  "substitution.ended": { topic, data: substitution },
  /** The approver's leave was approved: their standing substitute decides on those days. */
  "substitution.switched-on": { topic, data: substitution.extend({ from: calendarDate, to: calendarDate }) },
} as const;
