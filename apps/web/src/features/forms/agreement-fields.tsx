"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { SelectField } from "@/components/select";
import { AmountField } from "@/features/approvals/write/amount-field";
import { useDepartmentName } from "@/features/people/department-name";
import { trpc } from "@/lib/trpc";
import type { LineRuleControl } from "./line-rule-content";

/** From which amount on another department agrees, if any does. */
export function AgreementFields({ control, hasAmount }: { control: LineRuleControl; hasAmount: boolean }) {
  const t = useTranslations("forms.lineRule");
  const { field } = useController({ control, name: "agreement" });
  const { data: departments = [] } = trpc.departments.list.useQuery();
  const departmentName = useDepartmentName();
  const isAsked = field.value !== null;
  return (
    <div className="grid gap-3">
      <label className="flex min-h-9 items-center gap-2 text-14">
        <input
          type="checkbox"
          checked={isAsked}
          onChange={({ target }) => field.onChange(target.checked ? { departmentCode: "", fromKrw: 0 } : null)}
          className="size-4.5 accent-accent"
        />
        {t("agreement")}
      </label>
      {isAsked && (
        <div className="grid gap-3 tablet:grid-cols-2">
          <SelectField
            control={control}
            name="agreement.departmentCode"
            label={t("department")}
            hint={t("departmentHint")}
            placeholder={t("chooseDepartment")}
            options={departments.map((department) => ({ value: department.code, label: departmentName(department) }))}
          />
          {hasAmount && <AmountField control={control} name="agreement.fromKrw" label={t("from")} />}
        </div>
      )}
    </div>
  );
}
