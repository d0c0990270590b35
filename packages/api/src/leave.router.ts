import { exportedEmployees } from "@erp/contracts/employee-import";
import { holidayList, listHolidaysInput, removeHolidayInput, saveHolidayInput } from "@erp/contracts/holidays";
import {
  absenceList,
  adjustLeaveInput,
  explainLeaveInput,
  leaveBalanceInput,
  leaveBalancesInput,
  leaveBalances as leaveBalancesView,
  leaveBalance as leaveBalanceView,
  leaveExplanation,
  listAbsencesInput,
  recordAbsenceInput,
  removeAbsenceInput,
} from "@erp/contracts/leave";
import {
  exportRegisterInput,
  leaveRegisterInput,
  leaveRegister as leaveRegisterView,
} from "@erp/contracts/leave-register";
import {
  cancelLeaveInput,
  chargePreview,
  colleaguesOff,
  leaveOfDocumentInput,
  leaveOfDocument as leaveOfDocumentView,
  leaveRequestList,
  leaveRequestView,
  listLeaveRequestsInput,
  offeredDaysInput,
  offeredDays as offeredDaysView,
  previewChargeInput,
  requestCancellationInput,
  requestLeaveInput,
  teamCalendarInput,
  teamCalendar as teamCalendarView,
} from "@erp/contracts/leave-requests";
import { recordAbsence, removeAbsence } from "@erp/domain/leave/leave.absences.mutations";
import { listAbsences } from "@erp/domain/leave/leave.absences.queries";
import { adjustLeave } from "@erp/domain/leave/leave.adjustments.mutations";
import { explainLeave, leaveBalance } from "@erp/domain/leave/leave.balance.queries";
import { leaveBalances } from "@erp/domain/leave/leave.balances.queries";
import { cancelLeave, requestCancellation } from "@erp/domain/leave/leave.cancellations.mutations";
import { leaveOfDocument, whoElseIsOff } from "@erp/domain/leave/leave.documents.queries";
import { removeHoliday, saveHoliday } from "@erp/domain/leave/leave.holidays.mutations";
import { listHolidays } from "@erp/domain/leave/leave.holidays.queries";
import { offeredDays, previewCharge } from "@erp/domain/leave/leave.preview.queries";
import { exportLeaveRegister } from "@erp/domain/leave/leave.register.mutations";
import { leaveRegister } from "@erp/domain/leave/leave.register.queries";
import { requestLeave } from "@erp/domain/leave/leave.requests.mutations";
import { listLeaveRequests } from "@erp/domain/leave/leave.requests.queries";
import { teamCalendar } from "@erp/domain/leave/leave.team.queries";
import { permitted, router } from "./trpc";

export const leaveRouter = router({
  balance: permitted("leave:read")
    .input(leaveBalanceInput)
    .output(leaveBalanceView)
    .query(({ ctx: { ctx }, input }) => leaveBalance(ctx, input)),
  balances: permitted("leave:adjust")
    .input(leaveBalancesInput)
    .output(leaveBalancesView)
    .query(({ ctx: { ctx }, input }) => leaveBalances(ctx, input)),
  register: permitted("leave:adjust")
    .input(leaveRegisterInput)
    .output(leaveRegisterView)
    .query(({ ctx: { ctx }, input }) => leaveRegister(ctx, input)),
  exportRegister: permitted("leave:administer")
    .input(exportRegisterInput)
    .output(exportedEmployees)
    .mutation(({ ctx: { ctx }, input }) => exportLeaveRegister(ctx, input)),
  explain: permitted("leave:read")
    .input(explainLeaveInput)
    .output(leaveExplanation)
    .query(({ ctx: { ctx }, input }) => explainLeave(ctx, input)),
  previewCharge: permitted("leave:request")
    .input(previewChargeInput)
    .output(chargePreview)
    .query(({ ctx: { ctx }, input }) => previewCharge(ctx, input)),
  offeredDays: permitted("leave:request")
    .input(offeredDaysInput)
    .output(offeredDaysView)
    .query(({ ctx: { ctx }, input }) => offeredDays(ctx, input)),
  request: permitted("leave:request")
    .input(requestLeaveInput)
    .output(leaveRequestView)
    .mutation(({ ctx: { ctx }, input }) => requestLeave(ctx, input)),
  cancel: permitted("leave:request")
    .input(cancelLeaveInput)
    .output(leaveRequestView)
    .mutation(({ ctx: { ctx }, input }) => cancelLeave(ctx, input)),
  requestCancellation: permitted("leave:request")
    .input(requestCancellationInput)
    .output(leaveRequestView)
    .mutation(({ ctx: { ctx }, input }) => requestCancellation(ctx, input)),
  requests: permitted("leave:read")
    .input(listLeaveRequestsInput)
    .output(leaveRequestList)
    .query(({ ctx: { ctx }, input }) => listLeaveRequests(ctx, input)),
  teamCalendar: permitted("leave:read")
    .input(teamCalendarInput)
    .output(teamCalendarView)
    .query(({ ctx: { ctx }, input }) => teamCalendar(ctx, input)),
  ofDocument: permitted("approvals:read")
    .input(leaveOfDocumentInput)
    .output(leaveOfDocumentView)
    .query(({ ctx: { ctx }, input }) => leaveOfDocument(ctx, input)),
  whoElseIsOff: permitted("approvals:read")
    .input(leaveOfDocumentInput)
    .output(colleaguesOff)
    .query(({ ctx: { ctx }, input }) => whoElseIsOff(ctx, input)),
  adjust: permitted("leave:adjust")
    .input(adjustLeaveInput)
    .output(leaveBalanceView)
    .mutation(({ ctx: { ctx }, input }) => adjustLeave(ctx, input)),
  absences: permitted("leave:administer")
    .input(listAbsencesInput)
    .output(absenceList)
    .query(({ ctx: { ctx }, input }) => listAbsences(ctx, input)),
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
