import { approvalsRouter } from "./approvals.router";
import { attendanceRouter } from "./attendance.router";
import { departmentsRouter } from "./departments.router";
import { employeesRouter } from "./employees.router";
import { identityRouter } from "./identity.router";
import { leaveRouter } from "./leave.router";
import { notificationsRouter } from "./notifications.router";
import { operationsRouter } from "./operations.router";
import { questsRouter } from "./quests.router";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  identity: identityRouter,
  employees: employeesRouter,
  departments: departmentsRouter,
  approvals: approvalsRouter,
  notifications: notificationsRouter,
  leave: leaveRouter,
  attendance: attendanceRouter,
  quests: questsRouter,
  operations: operationsRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
