import { approvalsRouter } from "./approvals.router";
import { departmentsRouter } from "./departments.router";
import { employeesRouter } from "./employees.router";
import { identityRouter } from "./identity.router";
import { notificationsRouter } from "./notifications.router";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  identity: identityRouter,
  employees: employeesRouter,
  departments: departmentsRouter,
  approvals: approvalsRouter,
  notifications: notificationsRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
