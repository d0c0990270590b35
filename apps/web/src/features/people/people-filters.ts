import { type EmployeeStatus, employeeStatus } from "@erp/contracts/employees";
import { type DepartmentId, departmentId } from "@erp/contracts/ids";
import { type Position, position } from "@erp/contracts/roles";

/** What a list of people is narrowed to. It lives in the address, so that a link shows the same people. */
export type PeopleFilters = {
  search?: string;
  departmentId?: DepartmentId;
  position?: Position;
  status?: EmployeeStatus;
};

const MAX_SEARCH_LENGTH = 100;

/** Reads the address; what does not parse is left out instead of refused. */
export function readPeopleFilters(params: { get(name: string): string | null }): PeopleFilters {
  const search = params.get("search")?.trim().slice(0, MAX_SEARCH_LENGTH);
  const department = departmentId.safeParse(params.get("department"));
  const rank = position.safeParse(params.get("position"));
  const status = employeeStatus.safeParse(params.get("status"));
  return {
    ...(search && { search }),
    ...(department.success && { departmentId: department.data }),
    ...(rank.success && { position: rank.data }),
    ...(status.success && { status: status.data }),
  };
}

export function peopleFiltersQuery({
  search,
  departmentId: department,
  position: rank,
  status,
}: PeopleFilters): string {
  const params = new URLSearchParams();
  if (search) params.set("search", search);
  if (department) params.set("department", department);
  if (rank) params.set("position", rank);
  if (status) params.set("status", status);
  return params.size === 0 ? "" : `?${params}`;
}
