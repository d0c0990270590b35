"use client";

import type { DepartmentId } from "@erp/contracts/ids";
import { useTranslations } from "next-intl";
import { useToday } from "@/features/attendance/use-today";
import { trpc } from "@/lib/trpc";
import { useQuestWords } from "./use-quest-words";

/** What the department has promised this month, of what it may; for those who make quests. */
export function BudgetMeter({ departmentId }: { departmentId?: DepartmentId | undefined }) {
  const t = useTranslations("quests.budget");
  const { days } = useQuestWords();
  const month = useToday().slice(0, 7);
  const { data } = trpc.quests.budget.useQuery(departmentId ? { month, departmentId } : { month });
  if (!data) return null;
  const { reservedHalfDays: reserved, limitHalfDays: limit } = data;
  if (limit === null) return <p className="text-13 text-ink-2">{t("unlimited", { reserved: days(reserved) })}</p>;
  return (
    <div className="grid gap-1">
      <p className="text-13 text-ink-2">{t("used", { reserved: reserved / 2, limit: days(limit) })}</p>
      <BudgetBar reserved={reserved} limit={limit} />
    </div>
  );
}

export function BudgetBar({ reserved, limit }: { reserved: number; limit: number }) {
  const share = limit === 0 ? 1 : Math.min(1, reserved / limit);
  return (
    <span aria-hidden className="block h-1.5 w-full min-w-40 overflow-hidden rounded-full bg-line">
      <span
        className={`block h-full rounded-full ${share >= 1 ? "bg-wait" : "bg-accent"}`}
        style={{ width: `${share * 100}%` }}
      />
    </span>
  );
}
