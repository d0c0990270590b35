"use client";

import { useTranslations } from "next-intl";
import { type FieldValues, useController } from "react-hook-form";
import { Field } from "@/components/field";
import { useFieldSentence } from "@/components/form";
import { Select } from "@/components/select";
import type { FormControl } from "@/components/text-field";
import { useQuestWords } from "./use-quest-words";

const CHOICES = Array.from({ length: 10 }, (_, index) => index + 1);

/** 0.5 to 5 days, chosen from a list: what is not a half day cannot be typed. */
export function RewardField<Values extends FieldValues, Output>({ control, name }: FormControl<Values, Output>) {
  const t = useTranslations("quests.form");
  const { days } = useQuestWords();
  const { field, fieldState } = useController({ control, name });
  const error = useFieldSentence(fieldState.error, field.value);
  return (
    <Field label={t("reward")} hint={t("rewardHint")} error={error}>
      {(ids) => (
        <Select
          ids={ids}
          ref={field.ref}
          placeholder={t("reward")}
          value={String(field.value)}
          options={CHOICES.map((halfDays) => ({ value: String(halfDays), label: days(halfDays) }))}
          onChange={(chosen) => field.onChange(Number(chosen))}
          onBlur={field.onBlur}
        />
      )}
    </Field>
  );
}
