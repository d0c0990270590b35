"use client";

import type { EmployeeId } from "@erp/contracts/ids";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/button";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { Skeleton } from "@/components/skeleton";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { Page } from "@/features/shell/page";
import { trpc } from "@/lib/trpc";
import { MonthPanel } from "./month-panel";

/** Somebody's months for their manager and HR. */
export function PersonAttendance({ employeeId }: { employeeId: EmployeeId }) {
  const t = useTranslations("attendance.team");
  const { named, department } = usePersonWords();
  const person = trpc.employees.colleague.useQuery({ employeeId });
  if (person.isLoadingError)
    return <ErrorState error={person.error} onRetry={() => person.refetch()} isRetrying={person.isRefetching} />;
  return (
    <Page>
      <Link href="/attendance/team" className="mb-3 inline-flex items-center gap-1.5 text-13 text-ink-2 hover:text-ink">
        <ArrowLeft aria-hidden className="size-4" />
        {t("back")}
      </Link>
      <PageHeader
        title={person.data ? t("ofPerson", { person: named(person.data) }) : <Skeleton className="h-7 w-48" />}
        description={person.data && department(person.data)}
        actions={
          <Link href={`/people/${employeeId}`} className={buttonClass()}>
            {t("profile")}
          </Link>
        }
      />
      <MonthPanel employeeId={employeeId} />
    </Page>
  );
}
