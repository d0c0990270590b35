"use client";

import type { DepartmentView } from "@erp/contracts/employees";
import { type QuestBudget, setQuestBudgetInput } from "@erp/contracts/quests";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { Button } from "@/components/button";
import { controlClass } from "@/components/field";
import { useFieldSentence, useSchemaForm, useSubmit } from "@/components/form";
import { useToast } from "@/components/toast";
import { useDepartmentName } from "@/features/people/department-name";
import { trpc } from "@/lib/trpc";
import { BudgetBar } from "./budget-meter";
import { useQuestWords } from "./use-quest-words";

type BudgetRowProps = { department: DepartmentView; depth: number; budget: QuestBudget };

const INDENT_PX = 20;

/** A department's budget: what is promised, and the limit to change in place. */
export function BudgetRow({ department, depth, budget }: BudgetRowProps) {
  const t = useTranslations("quests.budgets");
  const { days } = useQuestWords();
  const name = useDepartmentName()(department);
  const { reservedHalfDays: reserved, limitHalfDays: limit } = budget;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <span className="min-w-40 flex-1 font-semibold" style={{ paddingLeft: depth * INDENT_PX }}>
        {name}
      </span>
      <span className="grid w-48 gap-1 text-13 text-ink-2">
        {t("promised", { reserved: days(reserved) })}
        {limit !== null && <BudgetBar reserved={reserved} limit={limit} />}
        {limit !== null && reserved > limit && (
          <span className="flex items-center gap-1 text-12 text-wait">
            <TriangleAlert aria-hidden className="size-3.5" />
            {t("over")}
          </span>
        )}
      </span>
      <LimitForm name={name} budget={budget} />
    </li>
  );
}

function LimitForm({ name, budget }: { name: string; budget: QuestBudget }) {
  const t = useTranslations("quests.budgets");
  const toast = useToast();
  const cache = trpc.useUtils();
  const set = trpc.quests.setBudget.useMutation();
  const { departmentId, month, limitHalfDays } = budget;
  const form = useSchemaForm(setQuestBudgetInput, { departmentId, month, limitHalfDays });
  const submit = useSubmit(form, async (values) => {
    await set.mutateAsync(values);
    await cache.quests.invalidate();
    form.reset(values);
    toast.done(t("saved", { department: name }));
  });
  const { field, fieldState } = useController({ control: form.control, name: "limitHalfDays" });
  const sentence = useFieldSentence(fieldState.error, field.value) ?? form.formState.errors.root?.server?.message;
  return (
    <form noValidate onSubmit={submit} className="grid justify-items-end gap-1">
      <span className="flex gap-2">
        <input
          ref={field.ref}
          type="number"
          inputMode="decimal"
          min={0}
          step={0.5}
          aria-label={t("label", { department: name })}
          aria-invalid={sentence ? true : undefined}
          placeholder={t("none")}
          defaultValue={limitHalfDays === null ? "" : limitHalfDays / 2}
          onBlur={field.onBlur}
          onChange={({ target }) => field.onChange(target.value === "" ? null : target.valueAsNumber * 2)}
          className={`${controlClass} max-w-32 text-right`}
        />
        <Button type="submit" busy={form.formState.isSubmitting} disabled={!form.formState.isDirty}>
          {t("save")}
        </Button>
      </span>
      <span role="alert" className="text-12 text-no empty:hidden">
        {sentence}
      </span>
    </form>
  );
}
