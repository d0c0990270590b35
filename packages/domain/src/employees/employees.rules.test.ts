import type { CalendarDate } from "@erp/contracts/dates";
import type { EditEmployeeInput } from "@erp/contracts/employees";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { expect, it } from "vitest";
import { changedFields, editedValues, endsSessions, isNewPost } from "./employees.rules";

const employee: EmployeeRow = {
  id: "01JDCA5N8QG7X2M4R6T9VWYZ0A" as EmployeeId,
  cognitoSubject: null,
  email: "kim@hanbit.example",
  name: "김하늘",
  departmentId: "01JDCA5N8QG7X2M4R6T9VWYZ0B" as DepartmentId,
  position: "SAWON",
  role: "STAFF",
  hireDate: "2024-03-04" as CalendarDate,
  weeklyMinutes: 2400,
  managerId: null,
  status: "ACTIVE",
  leftOn: null,
  version: 1,
  createdAt: new Date("2024-03-04T00:00:00.000Z"),
};

const otherDepartment = "01JDCA5N8QG7X2M4R6T9VWYZ0C" as DepartmentId;
const somebody = "01JDCA5N8QG7X2M4R6T9VWYZ0D" as EmployeeId;

it.each<[edit: Partial<EditEmployeeInput>, changed: string[], post: boolean, sessionsEnd: boolean]>([
  [{}, [], false, false],
  [{ name: "김새봄" }, ["name"], false, false],
  [{ hireDate: "2024-03-05" as CalendarDate, weeklyMinutes: 1200 }, ["hireDate", "weeklyMinutes"], false, false],
  [{ managerId: somebody }, ["managerId"], false, false],
  [{ position: "DAERI" }, ["position"], true, false],
  [{ departmentId: otherDepartment }, ["departmentId"], true, true],
  [{ role: "MANAGER", position: "BUJANG" }, ["position", "role"], true, true],
])("an edit of %j changes %j; new post %s, sessions end %s", (edit, changed, post, sessionsEnd) => {
  const found = changedFields(employee, edited(edit));
  expect(found).toEqual(changed);
  expect(isNewPost(found)).toBe(post);
  expect(endsSessions(found)).toBe(sessionsEnd);
});

it("the audit log keeps what changed, before and after, and nothing else", () => {
  const after = edited({ role: "MANAGER" });
  expect(editedValues(employee, after, changedFields(employee, after))).toEqual({
    role: { before: "STAFF", after: "MANAGER" },
  });
});

function edited(chosen: Partial<EditEmployeeInput>): EditEmployeeInput {
  const { id: employeeId, version, name, departmentId, position, role, hireDate, weeklyMinutes, managerId } = employee;
  return { employeeId, version, name, departmentId, position, role, hireDate, weeklyMinutes, managerId, ...chosen };
}
