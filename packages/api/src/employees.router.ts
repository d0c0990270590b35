import {
  deactivateEmployeeInput,
  directoryEntry,
  directoryPage,
  editEmployeeInput,
  employeeByIdInput,
  employeeDetail,
  inviteEmployeeInput,
  listDirectoryInput,
  meView,
  reactivateEmployeeInput,
  rosterPage,
} from "@erp/contracts/employees";
import { viewEmployee, viewMe } from "@erp/domain/employees/employees.detail.queries";
import { listDirectory, listRoster, viewColleague } from "@erp/domain/employees/employees.directory.queries";
import { deactivateEmployee, reactivateEmployee } from "@erp/domain/employees/employees.leaving.mutations";
import { editEmployee, inviteEmployee } from "@erp/domain/employees/employees.mutations";
import { permitted, router } from "./trpc";

export const employeesRouter = router({
  me: permitted("identity:own-session")
    .output(meView)
    .query(({ ctx: { ctx } }) => viewMe(ctx)),
  list: permitted("employees:view-directory")
    .input(listDirectoryInput)
    .output(directoryPage)
    .query(({ ctx: { ctx }, input }) => listDirectory(ctx, input)),
  colleague: permitted("employees:view-directory")
    .input(employeeByIdInput)
    .output(directoryEntry)
    .query(({ ctx: { ctx }, input }) => viewColleague(ctx, input)),
  roster: permitted("employees:view-roster")
    .input(listDirectoryInput)
    .output(rosterPage)
    .query(({ ctx: { ctx }, input }) => listRoster(ctx, input)),
  view: permitted("employees:view-roster")
    .input(employeeByIdInput)
    .output(employeeDetail)
    .query(({ ctx: { ctx }, input }) => viewEmployee(ctx, input)),
  invite: permitted("employees:manage")
    .input(inviteEmployeeInput)
    .output(employeeDetail)
    .mutation(({ ctx: { ctx }, input }) => inviteEmployee(ctx, input)),
  edit: permitted("employees:manage")
    .input(editEmployeeInput)
    .output(employeeDetail)
    .mutation(({ ctx: { ctx }, input }) => editEmployee(ctx, input)),
  deactivate: permitted("employees:manage")
    .input(deactivateEmployeeInput)
    .output(employeeDetail)
    .mutation(({ ctx: { ctx }, input }) => deactivateEmployee(ctx, input)),
  reactivate: permitted("employees:manage")
    .input(reactivateEmployeeInput)
    .output(employeeDetail)
    .mutation(({ ctx: { ctx }, input }) => reactivateEmployee(ctx, input)),
});
