import type { DepartmentView } from "@erp/contracts/employees";

export type TreeRow = { department: DepartmentView; depth: number };

/** The departments in the order of their tree, each after the one it belongs to. One whose parent is unknown stands at the top. */
export function flattenTree(departments: readonly DepartmentView[]): TreeRow[] {
  const known = new Set(departments.map(({ id }) => id));
  const placeOf = ({ parentId }: DepartmentView) => (parentId !== null && known.has(parentId) ? parentId : null);
  const rowsBelow = (place: DepartmentView["parentId"], depth: number): TreeRow[] =>
    departments
      .filter((department) => placeOf(department) === place)
      .flatMap((department) => [{ department, depth }, ...rowsBelow(department.id, depth + 1)]);
  return rowsBelow(null, 0);
}

/** A department may not be placed below itself or below one of its own. */
export function possibleParents(departments: readonly DepartmentView[], moved: DepartmentView): DepartmentView[] {
  const rows = flattenTree(departments);
  const start = rows.findIndex(({ department }) => department.id === moved.id);
  const depth = rows[start]?.depth ?? 0;
  const end = rows.findIndex((row, index) => index > start && row.depth <= depth);
  const below = rows.slice(start, end === -1 ? undefined : end);
  return rows.filter((row) => !below.includes(row)).map(({ department }) => department);
}
