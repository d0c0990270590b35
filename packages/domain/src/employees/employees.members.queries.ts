import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { Page } from "@erp/contracts/paging";
import { DomainError } from "../errors";

/** People of one department behind the one of that id, in the order of the index. */
export type Stretch = { departmentId: DepartmentId; after: EmployeeId | undefined; limit: number };

type Place = { id: EmployeeId; departmentId: DepartmentId };
type Paging = { cursor?: string | undefined; limit: number };

/**
 * A page of the people of these departments: department by department, by name, so that a page costs a page. Throws
 * `request.invalid` for a cursor that is none.
 */
export async function readByDepartment<Member extends Place>(
  departments: readonly DepartmentId[],
  { cursor, limit }: Paging,
  readMembers: (stretch: Stretch) => Promise<Member[]>,
): Promise<Page<Member>> {
  const ordered = [...departments].sort();
  const reached = placeOf(ordered, cursor);
  const found: Member[] = [];
  for (const departmentId of ordered.slice(reached ? ordered.indexOf(reached.departmentId) : 0)) {
    const after = departmentId === reached?.departmentId ? reached.id : undefined;
    found.push(...(await readMembers({ departmentId, after, limit: limit + 1 - found.length })));
    if (found.length > limit) break;
  }
  return toPage(found, limit);
}

/** The last of the page before; undefined for the first page. */
export function placeOf(departments: readonly DepartmentId[], cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [departmentId, id] = cursor.split(".") as [DepartmentId, EmployeeId];
  if (!departments.includes(departmentId)) throw new DomainError("request.invalid");
  return { departmentId, id };
}

/** Of one more than the page holds, where there are so many. */
export function toPage<Member extends Place>(found: readonly Member[], limit: number): Page<Member> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? `${last.departmentId}.${last.id}` : null };
}
