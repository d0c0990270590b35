"use client";

import type { EmployeeId } from "@erp/contracts/ids";
import { useTranslations } from "next-intl";
import { Card } from "@/components/card";
import { ErrorState } from "@/components/error-state";
import { SkeletonRows } from "@/components/skeleton";
import { trpc } from "@/lib/trpc";
import { History } from "./history";
import { MonthMap } from "./month-map";
import { MonthSwitch } from "./month-switch";
import { useMonth } from "./use-month";
import { useToday } from "./use-today";

/** A month as a picture and as a list, one's own or of somebody one is responsible for. Which month is in the address. */
export function MonthPanel({ employeeId }: { employeeId?: EmployeeId }) {
  const t = useTranslations("attendance.month");
  const [month, setMonth] = useMonth();
  const present = useToday().slice(0, 7);
  return (
    <Card
      title={t("label")}
      aria-label={t("label")}
      action={<MonthSwitch month={month} onChange={setMonth} last={present} />}
    >
      <Month month={month} employeeId={employeeId} />
    </Card>
  );
}

function Month({ month, employeeId }: { month: string; employeeId: EmployeeId | undefined }) {
  const t = useTranslations("attendance");
  const days = trpc.attendance.month.useQuery({ month, ...(employeeId && { employeeId }) });
  const { data: holidays = [] } = trpc.leave.holidays.useQuery({ year: Number(month.slice(0, 4)) });
  if (days.isPending) return <SkeletonRows rows={8} label={t("loading")} />;
  if (days.isLoadingError)
    return <ErrorState error={days.error} onRetry={() => days.refetch()} isRetrying={days.isRefetching} />;
  return (
    <>
      <MonthMap month={month} days={days.data} holidays={holidays} />
      <History days={days.data} />
    </>
  );
}
