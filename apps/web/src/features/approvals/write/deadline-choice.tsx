"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/select";

const USUAL_DAYS = [1, 2, 3, 5, 7, 14];

type DeadlineChoiceProps = {
  label: string;
  /** Undefined where the step may take its time. */
  value: number | undefined;
  onChange(dueInDays: number | undefined): void;
};

/** How many days a step may take once it opens. What an integration chose beyond the usual days stays a choice. */
export function DeadlineChoice({ label, value, onChange }: DeadlineChoiceProps) {
  const t = useTranslations("approvals.deadline");
  const days = value === undefined || USUAL_DAYS.includes(value) ? USUAL_DAYS : [...USUAL_DAYS, value];
  return (
    <span className="w-32">
      <Select
        aria-label={label}
        value={value === undefined ? null : String(value)}
        onChange={(chosen) => onChange(chosen === null ? undefined : Number(chosen))}
        options={days.map((count) => ({ value: String(count), label: t("within", { days: count }) }))}
        placeholder={t("none")}
        isClearable
      />
    </span>
  );
}
