import { z } from "zod";
import { calendarDate } from "./dates";
import { departmentId, employeeId } from "./ids";
import { cursor, pageOf, pageSize } from "./paging";
import { position, role } from "./roles";
import { email, line, searchText } from "./text";

export const employeeStatus = z.enum(["ACTIVE", "LEAVER"]);
export type EmployeeStatus = z.infer<typeof employeeStatus>;

export const departmentView = z.object({
  id: departmentId,
  code: z.string(),
  nameKo: z.string(),
  nameEn: z.string(),
  parentId: departmentId.nullable(),
  activeEmployees: z.int(),
});
export type DepartmentView = z.infer<typeof departmentView>;

/** What somebody who signs up may choose from, before they are anybody. */
export const departmentChoice = z.object({ code: z.string(), nameKo: z.string(), nameEn: z.string() });
export type DepartmentChoice = z.infer<typeof departmentChoice>;

/** A person as everybody in the company may see them: enough for a face, a name and a place. */
export const personView = z.object({
  id: employeeId,
  name: z.string(),
  position,
  departmentNameKo: z.string(),
  departmentNameEn: z.string(),
});
export type PersonView = z.infer<typeof personView>;

export const directoryEntry = personView.extend({ email: z.string(), departmentId, role, status: employeeStatus });
export type DirectoryEntry = z.infer<typeof directoryEntry>;

/** A row of the roster: the directory's, and what managers and HR need beside it. */
export const rosterEntry = directoryEntry.extend({
  hireDate: calendarDate,
  leftOn: calendarDate.nullable(),
  managerName: z.string().nullable(),
});
export type RosterEntry = z.infer<typeof rosterEntry>;

/** What HR and the person's managers see beyond the directory. */
export const employeeDetail = directoryEntry.extend({
  hireDate: calendarDate,
  /** The contractual week that holds today. */
  weeklyMinutes: z.int(),
  /** From which day which contractual week holds, also in the future; newest first. */
  weeklyHours: z.array(z.object({ from: calendarDate, weeklyMinutes: z.int() })),
  manager: personView.nullable(),
  leftOn: calendarDate.nullable(),
  version: z.int(),
  /** Past and present posts, newest first. */
  posts: z.array(
    z.object({
      from: calendarDate,
      departmentNameKo: z.string(),
      departmentNameEn: z.string(),
      position,
      role,
      changedBy: z.string().nullable(),
    }),
  ),
});
export type EmployeeDetail = z.infer<typeof employeeDetail>;

/** The signed-in person. */
export const meView = personView.extend({ email: z.string(), departmentId, role, hireDate: calendarDate });
export type MeView = z.infer<typeof meView>;

/** The filters hold together (AND). Without `status`: the people who work here now. Only HR lists leavers in the directory. */
export const listDirectoryInput = z.strictObject({
  search: searchText.optional(),
  departmentId: departmentId.optional(),
  position: position.optional(),
  status: employeeStatus.default("ACTIVE"),
  cursor: cursor.optional(),
  limit: pageSize,
});
export type ListDirectoryInput = z.infer<typeof listDirectoryInput>;
export const directoryPage = pageOf(directoryEntry);
export const rosterPage = pageOf(rosterEntry);

export const employeeByIdInput = z.strictObject({ employeeId });
export type EmployeeByIdInput = z.infer<typeof employeeByIdInput>;

/** 40 hours, the statutory week (Labour Standards Act art. 50), is the default of the form. */
export const weeklyMinutes = z.int().min(60).max(3120);

const employeeFields = {
  name: line(50),
  departmentId,
  position,
  role,
  hireDate: calendarDate,
  weeklyMinutes: weeklyMinutes.default(2400),
  managerId: employeeId.nullable(),
};

export const inviteEmployeeInput = z.strictObject({ email, ...employeeFields });
export type InviteEmployeeInput = z.infer<typeof inviteEmployeeInput>;

/** Every edit of HR: profile, transfer and promotion. `version` is the one the person saw. */
export const editEmployeeInput = z.strictObject({
  employeeId,
  version: z.int(),
  ...employeeFields,
  /** The day from which `weeklyMinutes` hold, past or to come, never before the hire date; without it, today. */
  weeklyMinutesFrom: calendarDate.optional(),
});
export type EditEmployeeInput = z.infer<typeof editEmployeeInput>;

export const deactivateEmployeeInput = z.strictObject({
  employeeId,
  version: z.int(),
  leftOn: calendarDate,
  /** Who decides what waits for the leaver, now and later. */
  successorId: employeeId.nullish(),
});
export type DeactivateEmployeeInput = z.infer<typeof deactivateEmployeeInput>;

export const reactivateEmployeeInput = z.strictObject({
  employeeId,
  version: z.int(),
  /** The first day of a new employment. Without it leaving was a mistake, and the employment goes on as if never ended. */
  hireDate: calendarDate.nullish(),
});
export type ReactivateEmployeeInput = z.infer<typeof reactivateEmployeeInput>;

export const createDepartmentInput = z.strictObject({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9_]{1,39}$/, "department.code-malformed"),
  nameKo: line(50),
  nameEn: line(50),
  parentId: departmentId.nullable(),
});
export type CreateDepartmentInput = z.infer<typeof createDepartmentInput>;

export const editDepartmentInput = z.strictObject({
  departmentId,
  nameKo: line(50),
  nameEn: line(50),
  parentId: departmentId.nullable(),
});
export type EditDepartmentInput = z.infer<typeof editDepartmentInput>;
