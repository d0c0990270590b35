import { holidayList, listHolidaysInput, removeHolidayInput, saveHolidayInput } from "@erp/contracts/holidays";
import {
  adjustLeaveInput,
  explainLeaveInput,
  leaveBalanceInput,
  leaveBalance as leaveBalanceView,
  leaveExplanation,
  recordAbsenceInput,
  removeAbsenceInput,
} from "@erp/contracts/leave";
import { recordAbsence, removeAbsence } from "@erp/domain/leave/leave.absences.mutations";
import { adjustLeave } from "@erp/domain/leave/leave.adjustments.mutations";
import { explainLeave, leaveBalance } from "@erp/domain/leave/leave.balance.queries";
import { removeHoliday, saveHoliday } from "@erp/domain/leave/leave.holidays.mutations";
import { listHolidays } from "@erp/domain/leave/leave.holidays.queries";
import { permitted, router } from "./trpc";

export const leaveRouter = router({
  balance: permitted("leave:read")
    .input(leaveBalanceInput)
    .output(leaveBalanceView)
    .query(({ ctx: { ctx }, input }) => leaveBalance(ctx, input)),
  explain: permitted("leave:read")
    .input(explainLeaveInput)
    .output(leaveExplanation)
    .query(({ ctx: { ctx }, input }) => explainLeave(ctx, input)),
  adjust: permitted("leave:adjust")
    .input(adjustLeaveInput)
    .output(leaveBalanceView)
    .mutation(({ ctx: { ctx }, input }) => adjustLeave(ctx, input)),
  recordAbsence: permitted("leave:administer")
    .input(recordAbsenceInput)
    .mutation(({ ctx: { ctx }, input }) => recordAbsence(ctx, input)),
  removeAbsence: permitted("leave:administer")
    .input(removeAbsenceInput)
    .mutation(({ ctx: { ctx }, input }) => removeAbsence(ctx, input)),
  holidays: permitted("leave:read")
    .input(listHolidaysInput)
    .output(holidayList)
    .query(({ ctx: { ctx }, input }) => listHolidays(ctx, input)),
  saveHoliday: permitted("leave:administer")
    .input(saveHolidayInput)
    .mutation(({ ctx: { ctx }, input }) => saveHoliday(ctx, input)),
  removeHoliday: permitted("leave:administer")
    .input(removeHolidayInput)
    .mutation(({ ctx: { ctx }, input }) => removeHoliday(ctx, input)),
});
