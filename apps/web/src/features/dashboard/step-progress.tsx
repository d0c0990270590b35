"use client";

import { useTranslations } from "next-intl";
import { classNames } from "@/lib/class-names";

/** A bar a step: done, under way, to come. */
export function StepProgress({ current, total }: { current: number | null; total: number }) {
  const t = useTranslations("approvals.list");
  const done = (current ?? 1) - 1;
  const steps = Array.from({ length: total }, (_, step) => step);
  return (
    <span
      role="img"
      aria-label={t("step", { current: current ?? total, total })}
      className="flex max-w-24 shrink-0 gap-1 max-tablet:hidden"
    >
      {steps.map((step) => (
        <span
          key={step}
          className={classNames(
            "h-1.25 w-5.5 min-w-1 shrink rounded-full",
            step < done ? "bg-ok" : step === done ? "bg-wait" : "bg-line-strong",
          )}
        />
      ))}
    </span>
  );
}
