import { approvalsRouter } from "./approvals.router";
import { attendanceRouter } from "./attendance.router";
import { departmentsRouter } from "./departments.router";
import { employeesRouter } from "./employees.router";
import { filesRouter } from "./files.router";
import { formsRouter } from "./forms.router";
import { identityRouter } from "./identity.router";
import { leaveRouter } from "./leave.router";
import { lineRulesRouter } from "./line-rules.router";
import { notificationsRouter } from "./notifications.router";
import { operationsRouter } from "./operations.router";
import { questsRouter } from "./quests.router";
import { savedLinesRouter } from "./saved-lines.router";
import { substitutionsRouter } from "./substitutions.router";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  identity: identityRouter,
  employees: employeesRouter,
  departments: departmentsRouter,
  approvals: approvalsRouter,
  forms: formsRouter,
  lineRules: lineRulesRouter,
  savedLines: savedLinesRouter,
  substitutions: substitutionsRouter,
  notifications: notificationsRouter,
  leave: leaveRouter,
  attendance: attendanceRouter,
  quests: questsRouter,
  files: filesRouter,
  operations: operationsRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
