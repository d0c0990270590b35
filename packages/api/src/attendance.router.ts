import {
  attendanceMonthInput,
  attendanceMonth as attendanceMonthView,
  attendanceToday as attendanceTodayView,
  correctAttendanceInput,
  correctionList,
  correctionView,
  listTeamInput,
  requestCorrectionInput,
  teamCounts,
  teamPage,
} from "@erp/contracts/attendance";
import { requestCorrection } from "@erp/domain/attendance/attendance.correction-requests.mutations";
import { listCorrections } from "@erp/domain/attendance/attendance.correction-requests.queries";
import { correctAttendance } from "@erp/domain/attendance/attendance.corrections.mutations";
import { checkIn, checkOut } from "@erp/domain/attendance/attendance.mutations";
import { attendanceMonth, attendanceToday } from "@erp/domain/attendance/attendance.queries";
import { countTeam, listTeam } from "@erp/domain/attendance/attendance.team.queries";
import { permitted, router } from "./trpc";

export const attendanceRouter = router({
  today: permitted("attendance:own")
    .output(attendanceTodayView)
    .query(({ ctx: { ctx } }) => attendanceToday(ctx)),
  checkIn: permitted("attendance:own")
    .output(attendanceTodayView)
    .mutation(({ ctx: { ctx } }) => checkIn(ctx)),
  checkOut: permitted("attendance:own")
    .output(attendanceTodayView)
    .mutation(({ ctx: { ctx } }) => checkOut(ctx)),
  month: permitted("attendance:own")
    .input(attendanceMonthInput)
    .output(attendanceMonthView)
    .query(({ ctx: { ctx }, input }) => attendanceMonth(ctx, input)),
  team: permitted("attendance:view-team")
    .input(listTeamInput)
    .output(teamPage)
    .query(({ ctx: { ctx }, input }) => listTeam(ctx, input)),
  teamCounts: permitted("attendance:view-team")
    .output(teamCounts)
    .query(({ ctx: { ctx } }) => countTeam(ctx)),
  requestCorrection: permitted("attendance:own")
    .input(requestCorrectionInput)
    .output(correctionView)
    .mutation(({ ctx: { ctx }, input }) => requestCorrection(ctx, input)),
  corrections: permitted("attendance:own")
    .output(correctionList)
    .query(({ ctx: { ctx } }) => listCorrections(ctx)),
  correct: permitted("attendance:correct")
    .input(correctAttendanceInput)
    .mutation(({ ctx: { ctx }, input }) => correctAttendance(ctx, input)),
});
