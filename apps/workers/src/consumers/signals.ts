import { attendanceReactions } from "@erp/domain/attendance/attendance.reactions";
import { leaveReactions } from "@erp/domain/leave/leave.reactions";
import { questReactions } from "@erp/domain/quests/quests.reactions";
import { defineConsumer } from "../define-consumer";

/** Tells open browsers what of leave, attendance and quests to read again. Nothing is stored. */
export const signalsConsumer = defineConsumer({
  group: "signals",
  on: { ...attendanceReactions, ...leaveReactions, ...questReactions },
});
