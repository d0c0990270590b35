import { createDepartmentInput, departmentChoice, departmentView, editDepartmentInput } from "@erp/contracts/employees";
import { createDepartment, editDepartment } from "@erp/domain/employees/employees.departments.mutations";
import { listDepartmentChoices, listDepartments } from "@erp/domain/employees/employees.departments.queries";
import { z } from "zod";
import { openProcedure, permitted, router } from "./trpc";

export const departmentsRouter = router({
  /** For the sign-up form. */
  choices: openProcedure.output(z.array(departmentChoice)).query(({ ctx: { ctx } }) => listDepartmentChoices(ctx)),
  list: permitted("employees:view-directory")
    .output(z.array(departmentView))
    .query(({ ctx: { ctx } }) => listDepartments(ctx)),
  create: permitted("departments:manage")
    .input(createDepartmentInput)
    .output(departmentView)
    .mutation(({ ctx: { ctx }, input }) => createDepartment(ctx, input)),
  edit: permitted("departments:manage")
    .input(editDepartmentInput)
    .output(departmentView)
    .mutation(({ ctx: { ctx }, input }) => editDepartment(ctx, input)),
});
