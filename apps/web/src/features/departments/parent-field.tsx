"use client";

import type { DepartmentView } from "@erp/contracts/employees";
import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { SelectField } from "@/components/select";
import type { FormControl } from "@/components/text-field";
import { useDepartmentName } from "@/features/people/department-name";
import { trpc } from "@/lib/trpc";
import { flattenTree, possibleParents } from "./department-tree";

/** The department above; none for the top. A department that is being moved is not offered a place below itself. */
export function ParentField<Values extends FieldValues, Output>({
  moved,
  ...control
}: FormControl<Values, Output> & { moved?: DepartmentView }) {
  const t = useTranslations("departments.fields");
  const departmentName = useDepartmentName();
  const { data = [] } = trpc.departments.list.useQuery();
  const offered = moved ? possibleParents(data, moved) : flattenTree(data).map(({ department }) => department);
  const options = offered.map((department) => ({ value: department.id, label: departmentName(department) }));
  return <SelectField {...control} label={t("parent")} placeholder={t("noParent")} isClearable options={options} />;
}
