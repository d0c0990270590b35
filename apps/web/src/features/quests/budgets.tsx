"use client";

import { Wallet } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { SkeletonRows } from "@/components/skeleton";
import { MonthSwitch } from "@/features/attendance/month-switch";
import { useMonth } from "@/features/attendance/use-month";
import { flattenTree } from "@/features/departments/department-tree";
import { trpc } from "@/lib/trpc";
import { BudgetRow } from "./budget-row";

/** HR's page of what each department may promise in a month, beside what it has promised. */
export function Budgets() {
  const t = useTranslations("quests.budgets");
  const [month, setMonth] = useMonth();
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<MonthSwitch month={month} onChange={setMonth} />}
      />
      <BudgetList month={month} />
    </>
  );
}

function BudgetList({ month }: { month: string }) {
  const t = useTranslations("quests.budgets");
  const departments = trpc.departments.list.useQuery();
  const budgets = trpc.quests.budgets.useQuery({ month });
  const failed = [budgets, departments].find(({ isLoadingError }) => isLoadingError);
  if (failed)
    return <ErrorState error={failed.error} onRetry={() => failed.refetch()} isRetrying={failed.isRefetching} />;
  if (!budgets.data || !departments.data) return <SkeletonRows rows={5} label={t("loading")} />;
  if (departments.data.length === 0) return <EmptyState icon={Wallet} sentence={t("empty")} />;
  const budgetOf = new Map(budgets.data.map((budget) => [budget.departmentId, budget]));
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {flattenTree(departments.data).map(({ department, depth }) => {
        const budget = budgetOf.get(department.id);
        return (
          budget && (
            <BudgetRow key={`${department.id} ${month}`} department={department} depth={depth} budget={budget} />
          )
        );
      })}
    </ul>
  );
}
