"use client";

import type { EmployeeId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import { ArrowLeft, SlidersHorizontal } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { Skeleton } from "@/components/skeleton";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { useMe } from "@/features/shell/me";
import { trpc } from "@/lib/trpc";
import { RequestList } from "../requests/request-list";
import { BalanceOnDay } from "../why/balance-on-day";
import { Ledger } from "../why/ledger";
import { AbsencesCard } from "./absences-card";
import { AdjustDialog } from "./adjust-dialog";

/** Somebody's leave for their manager and HR: balance of any day, requests, every entry, and adjusting it. */
export function PersonLeave({ employeeId }: { employeeId: EmployeeId }) {
  const t = useTranslations("leave.admin");
  const me = useMe();
  const { named, department } = usePersonWords();
  const [isAdjusting, setIsAdjusting] = useState(false);
  const person = trpc.employees.colleague.useQuery({ employeeId });
  const balance = trpc.leave.balance.useQuery({ employeeId });
  if (person.isLoadingError || balance.isLoadingError) {
    const failed = person.isLoadingError ? person : balance;
    return <ErrorState error={failed.error} onRetry={() => failed.refetch()} isRetrying={failed.isRefetching} />;
  }
  // Nobody adjusts their own leave; the server refuses it, too.
  const adjust = employeeId !== me.id && (
    <Button look="primary" onClick={() => setIsAdjusting(true)}>
      <SlidersHorizontal aria-hidden />
      {t("adjust")}
    </Button>
  );
  return (
    <>
      <Link href="/admin/leave" className="mb-3 inline-flex items-center gap-1.5 text-13 text-ink-2 hover:text-ink">
        <ArrowLeft aria-hidden className="size-4" />
        {t("back")}
      </Link>
      <PageHeader
        title={person.data ? t("ofPerson", { person: named(person.data) }) : <Skeleton className="h-7 w-48" />}
        description={person.data && department(person.data)}
        actions={adjust}
      />
      <div className="grid gap-3.5">
        <BalanceOnDay employeeId={employeeId} />
        <Card title={t("requests")} aria-label={t("requests")}>
          <RequestList employeeId={employeeId} dayMinutes={balance.data?.dayMinutes} />
        </Card>
        <Card title={t("ledger")} aria-label={t("ledger")}>
          <Ledger employeeId={employeeId} dayMinutes={balance.data?.dayMinutes} />
        </Card>
        {hasPermission(me.role, "leave:administer") && <AbsencesCard employeeId={employeeId} />}
      </div>
      {isAdjusting && balance.data && <AdjustDialog balance={balance.data} onClose={() => setIsAdjusting(false)} />}
    </>
  );
}
