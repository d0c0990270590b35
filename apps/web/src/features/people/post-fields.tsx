"use client";

import { position, positionNames, role, roleNames } from "@erp/contracts/roles";
import { useLocale, useTranslations } from "next-intl";
import { type FieldValues, useWatch } from "react-hook-form";
import { SelectField } from "@/components/select";
import type { FormControl } from "@/components/text-field";
import { useDepartmentOptions } from "./use-department-options";

/** Department, position and role: the three parts of a post, each as a field of a form. */
export function DepartmentField<Values extends FieldValues, Output>(control: FormControl<Values, Output>) {
  const t = useTranslations("people.fields");
  return (
    <SelectField
      {...control}
      label={t("department")}
      placeholder={t("departmentPlaceholder")}
      options={useDepartmentOptions()}
    />
  );
}

export function PositionField<Values extends FieldValues, Output>(control: FormControl<Values, Output>) {
  const t = useTranslations("people.fields");
  const locale = useLocale();
  const options = position.options.map((value) => ({ value, label: positionNames[value][locale] }));
  return <SelectField {...control} label={t("position")} placeholder={t("positionPlaceholder")} options={options} />;
}

/** Says what the chosen role may do, before it is given. */
export function RoleField<Values extends FieldValues, Output>({ control, name }: FormControl<Values, Output>) {
  const t = useTranslations("people");
  const locale = useLocale();
  const chosen = role.safeParse(useWatch({ control, name }));
  const options = role.options.map((value) => ({ value, label: roleNames[value][locale] }));
  return (
    <SelectField
      control={control}
      name={name}
      label={t("fields.role")}
      placeholder={t("fields.rolePlaceholder")}
      options={options}
      hint={chosen.success && t(`roleHints.${chosen.data}`)}
    />
  );
}
