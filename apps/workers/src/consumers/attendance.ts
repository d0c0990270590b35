import { attendanceSettlementReactions } from "@erp/domain/attendance/attendance.settlement.reactions";
import { defineConsumer } from "../define-consumer";

/** Corrects attendance once the document that asks for it is approved. */
export const attendanceConsumer = defineConsumer({ group: "attendance", on: attendanceSettlementReactions });
