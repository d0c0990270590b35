import type { MigrationInterface } from "typeorm";
import { CreateOutboxAndInbox1763800000000 } from "./migrations/1763800000000-create-outbox-and-inbox";
import { CreateEmployees1763800100000 } from "./migrations/1763800100000-create-employees";
import { CreateAuditAndSignUps1763800200000 } from "./migrations/1763800200000-create-audit-and-sign-ups";
import { CreateLeaveLedger1763801000000 } from "./migrations/1763801000000-create-leave-ledger";
import { CreateAttendance1763801100000 } from "./migrations/1763801100000-create-attendance";
import { CreateQuests1763801200000 } from "./migrations/1763801200000-create-quests";
import { CreateLeaveRequests1763801300000 } from "./migrations/1763801300000-create-leave-requests";
import { CreateLeaveExpiryWarnings1763801400000 } from "./migrations/1763801400000-create-leave-expiry-warnings";
import { IndexAuditActions1763803000000 } from "./migrations/1763803000000-index-audit-actions";
import { CreateAttendanceCorrections1763803100000 } from "./migrations/1763803100000-create-attendance-corrections";
import { CreateQuestEvidence1763804000000 } from "./migrations/1763804000000-create-quest-evidence";
import { CreateApprovalSubstitutions1763805000000 } from "./migrations/1763805000000-create-approval-substitutions";
import { WarnOfExpiringLeaveInSteps1763806000000 } from "./migrations/1763806000000-warn-of-expiring-leave-in-steps";
import { CreateStoredFiles1763807000000 } from "./migrations/1763807000000-create-stored-files";
import { DeriveAttendanceMilestones1763808000000 } from "./migrations/1763808000000-derive-attendance-milestones";
import { CreateApprovalForms1763809000000 } from "./migrations/1763809000000-create-approval-forms";
import { IndexUploadsByEmployee1763810000000 } from "./migrations/1763810000000-index-uploads-by-employee";
import { MarkSuccessions1763810100000 } from "./migrations/1763810100000-mark-successions";
import { ProveSignUps1763811000000 } from "./migrations/1763811000000-prove-sign-ups";
import { CreateApprovalLineRules1763815000000 } from "./migrations/1763815000000-create-approval-line-rules";
import { CreateEmployeeWeeklyHours1763816000000 } from "./migrations/1763816000000-create-employee-weekly-hours";
import { CreateLeaveOwedMinutes1763817000000 } from "./migrations/1763817000000-create-leave-owed-minutes";

/** In the order they run; new ones at the end, old ones never edited. */
export const migrations: (new () => MigrationInterface)[] = [
  CreateOutboxAndInbox1763800000000,
  CreateEmployees1763800100000,
  CreateAuditAndSignUps1763800200000,
  CreateLeaveLedger1763801000000,
  CreateAttendance1763801100000,
  CreateQuests1763801200000,
  CreateLeaveRequests1763801300000,
  CreateLeaveExpiryWarnings1763801400000,
  IndexAuditActions1763803000000,
  CreateAttendanceCorrections1763803100000,
  CreateQuestEvidence1763804000000,
  CreateApprovalSubstitutions1763805000000,
  WarnOfExpiringLeaveInSteps1763806000000,
  CreateStoredFiles1763807000000,
  DeriveAttendanceMilestones1763808000000,
  CreateApprovalForms1763809000000,
  IndexUploadsByEmployee1763810000000,
  MarkSuccessions1763810100000,
  ProveSignUps1763811000000,
  CreateApprovalLineRules1763815000000,
  CreateEmployeeWeeklyHours1763816000000,
  CreateLeaveOwedMinutes1763817000000,
];
