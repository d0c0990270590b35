"use client";

import { type CalendarDate, calendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { leaveDaysOf } from "@erp/contracts/leave-days";
import { keepPreviousData } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Card } from "@/components/card";
import { ErrorState } from "@/components/error-state";
import { controlClass } from "@/components/field";
import { Skeleton } from "@/components/skeleton";
import { useToday } from "@/features/attendance/use-today";
import { classNames } from "@/lib/class-names";
import { trpc } from "@/lib/trpc";
import { BalanceParts } from "../balance/balance-panel";
import { LotTimeline } from "../balance/lot-timeline";

/** The balance on the day that is chosen; a future day counts the grants that will come by then. */
export function BalanceOnDay({ employeeId }: { employeeId?: EmployeeId }) {
  const t = useTranslations("leave.why");
  const today = useToday();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [on, setOn] = useState<CalendarDate>(today);
  // A day chosen while the page was still coming alive counts, too.
  useEffect(() => {
    const chosen = dayIn(input.current);
    if (chosen) setOn(chosen);
  }, []);
  const balance = trpc.leave.balance.useQuery(
    { ...(on !== today && { on }), ...(employeeId && { employeeId }) },
    { placeholderData: keepPreviousData },
  );
  return (
    <Card
      title={
        <label htmlFor={id} className="whitespace-nowrap">
          {t("on")}
        </label>
      }
      action={
        <span className="w-40">
          <input
            ref={input}
            id={id}
            type="date"
            defaultValue={on}
            onChange={(event) => {
              const day = dayIn(event.target);
              if (day) setOn(day);
            }}
            className={controlClass}
          />
        </span>
      }
    >
      {balance.isPending && <Skeleton className="h-28" />}
      {balance.isError && (
        <ErrorState error={balance.error} onRetry={() => balance.refetch()} isRetrying={balance.isRefetching} />
      )}
      {balance.data && (
        <div
          className={classNames(
            "grid gap-5 desktop:grid-cols-[minmax(220px,1fr)_minmax(0,2fr)] desktop:gap-8",
            balance.isPlaceholderData && "opacity-60",
          )}
        >
          <div className="grid content-start gap-2">
            <p aria-live="polite">
              <b className="text-28 leading-9 font-bold">
                {t("days", { days: leaveDaysOf(balance.data.availableMinutes, balance.data.dayMinutes) })}
              </b>
            </p>
            <BalanceParts balance={balance.data} />
            {on > today && <p className="text-12 text-ink-3">{t("future")}</p>}
          </div>
          <LotTimeline balance={balance.data} />
        </div>
      )}
    </Card>
  );
}

/** Undefined while it is being typed. */
function dayIn(input: HTMLInputElement | null): CalendarDate | undefined {
  return calendarDate.safeParse(input?.value).data;
}
