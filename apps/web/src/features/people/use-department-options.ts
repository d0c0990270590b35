"use client";

import type { DepartmentId } from "@erp/contracts/ids";
import { useMemo } from "react";
import type { SelectOption } from "@/components/select";
import { flattenTree } from "@/features/departments/department-tree";
import { trpc } from "@/lib/trpc";
import { useDepartmentName } from "./department-name";

const INDENT = "\u2003";

/** All departments for a list to choose from, in the order of the tree, those below indented. */
export function useDepartmentOptions(): SelectOption<DepartmentId>[] {
  const { data } = trpc.departments.list.useQuery();
  const departmentName = useDepartmentName();
  return useMemo(
    () =>
      flattenTree(data ?? []).map(({ department, depth }) => ({
        value: department.id,
        label: INDENT.repeat(depth) + departmentName(department),
      })),
    [data, departmentName],
  );
}
