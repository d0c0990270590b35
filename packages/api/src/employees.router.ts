import {
  exportEmployeesInput,
  exportedEmployees,
  importEmployeesInput,
  importReport,
} from "@erp/contracts/employee-import";
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
import { exportEmployees } from "@erp/domain/employees/employees.export.mutations";
import { importEmployees } from "@erp/domain/employees/employees.import.mutations";
import { resendInvitation } from "@erp/domain/employees/employees.invitations.mutations";
import { deactivateEmployee, reactivateEmployee } from "@erp/domain/employees/employees.leaving.mutations";
import { editEmployee, inviteEmployee } from "@erp/domain/employees/employees.mutations";
import { z } from "zod";
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
  resendInvitation: permitted("employees:manage")
    .input(employeeByIdInput)
    .output(z.void())
    .mutation(({ ctx: { ctx }, input }) => resendInvitation(ctx, input)),
  importCsv: permitted("employees:manage")
    .input(importEmployeesInput)
    .output(importReport)
    .mutation(({ ctx: { ctx }, input }) => importEmployees(ctx, input)),
  exportCsv: permitted("employees:manage")
    .input(exportEmployeesInput)
    .output(exportedEmployees)
    .mutation(({ ctx: { ctx }, input }) => exportEmployees(ctx, input)),
  deactivate: permitted("employees:manage")
    .input(deactivateEmployeeInput)
    .output(employeeDetail)
    .mutation(({ ctx: { ctx }, input }) => deactivateEmployee(ctx, input)),
  reactivate: permitted("employees:manage")
    .input(reactivateEmployeeInput)
    .output(employeeDetail)
    .mutation(({ ctx: { ctx }, input }) => reactivateEmployee(ctx, input)),
});
