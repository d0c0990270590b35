import { z } from "zod";
import { calendarDate } from "./dates";
import { employeeId } from "./ids";

const topic = "erp.attendance.v1";

/** `milestone` counts the rewards of a person: 1 for the 30th attended day, 2 for the 60th. */
const reward = z.object({ employeeId, milestone: z.int() });

export const attendanceEvents = {
  "attendance.checked-in": { topic, data: z.object({ employeeId, day: calendarDate }) },
  "attendance.checked-out": { topic, data: z.object({ employeeId, day: calendarDate }) },
  /** Somebody has asked for a correction; or its document has ended without one. */
  "attendance.correction-requested": { topic, data: z.object({ employeeId, day: calendarDate }) },
  "attendance.correction-refused": { topic, data: z.object({ employeeId, day: calendarDate }) },
  "attendance.corrected": { topic, data: z.object({ employeeId, day: calendarDate }) },
  "attendance.reward-earned": { topic, data: reward },
  /** A correction took a day away on which the reward rested. */
  "attendance.reward-revoked": { topic, data: reward },
} as const;
