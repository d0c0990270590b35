import type { DepartmentView } from "@erp/contracts/employees";
import type { DepartmentId } from "@erp/contracts/ids";
import { describe, expect, it } from "vitest";
import { flattenTree, possibleParents } from "./department-tree";

const department = (id: string, parentId: string | null): DepartmentView => ({
  id: id as DepartmentId,
  parentId: parentId as DepartmentId | null,
  code: id,
  nameKo: id,
  nameEn: id,
  activeEmployees: 0,
});

const company = [
  department("web", "dev"),
  department("head", null),
  department("sales", "head"),
  department("dev", "head"),
  department("api", "dev"),
];
const shown = (departments: readonly DepartmentView[]) =>
  flattenTree(departments).map(({ department: { id }, depth }) => `${"·".repeat(depth)}${id}`);

describe("department tree", () => {
  it("puts each department after the one it belongs to", () => {
    expect(shown(company)).toEqual(["head", "·sales", "·dev", "··web", "··api"]);
  });

  it("keeps a department whose parent is missing", () => {
    expect(shown([department("lost", "gone")])).toEqual(["lost"]);
  });

  it("offers no place below itself", () => {
    const dev = company[3] as DepartmentView;
    expect(possibleParents(company, dev).map(({ id }) => id)).toEqual(["head", "sales"]);
  });
});
