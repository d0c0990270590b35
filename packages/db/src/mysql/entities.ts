import type { EntitySchema } from "typeorm";
import { approvalFormVersions } from "./entities/approval-form-versions";
import { approvalForms } from "./entities/approval-forms";
import { approvalLineRules } from "./entities/approval-line-rules";
import { approvalSubstitutions } from "./entities/approval-substitutions";
import { approverDaysAway } from "./entities/approver-days-away";
import { attendanceCorrections } from "./entities/attendance-corrections";
import { attendanceCounts } from "./entities/attendance-counts";
import { attendanceDays } from "./entities/attendance-days";
import { auditEntries } from "./entities/audit-entries";
import { departments } from "./entities/departments";
import { employeePosts } from "./entities/employee-posts";
import { employeeWeeklyHours } from "./entities/employee-weekly-hours";
import { employees } from "./entities/employees";
import { fileUploads } from "./entities/file-uploads";
import { holidays } from "./entities/holidays";
import { inboxEntries } from "./entities/inbox-entries";
import { leaveAbsences } from "./entities/leave-absences";
import { leaveAccounts } from "./entities/leave-accounts";
import { leaveCancellations } from "./entities/leave-cancellations";
import { leaveDays } from "./entities/leave-days";
import { leaveLedger } from "./entities/leave-ledger";
import { leaveLots } from "./entities/leave-lots";
import { leaveRequests } from "./entities/leave-requests";
import { outboxEvents } from "./entities/outbox-events";
import { questBudgets } from "./entities/quest-budgets";
import { questEvidence } from "./entities/quest-evidence";
import { questWorks } from "./entities/quest-works";
import { quests } from "./entities/quests";
import { signUps } from "./entities/sign-ups";
import { storedFiles } from "./entities/stored-files";

/** Every table the application reads or writes, listed by hand: a forgotten one fails the first query, not production. */
export const entities: EntitySchema[] = [
  outboxEvents,
  inboxEntries,
  departments,
  employees,
  employeePosts,
  employeeWeeklyHours,
  auditEntries,
  signUps,
  approvalForms,
  approvalFormVersions,
  approvalLineRules,
  approvalSubstitutions,
  approverDaysAway,
  leaveAccounts,
  leaveLots,
  leaveLedger,
  leaveRequests,
  leaveDays,
  leaveCancellations,
  leaveAbsences,
  holidays,
  attendanceDays,
  attendanceCounts,
  attendanceCorrections,
  quests,
  questWorks,
  questEvidence,
  questBudgets,
  storedFiles,
  fileUploads,
] as EntitySchema[];
