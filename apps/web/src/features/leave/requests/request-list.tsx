"use client";

import type { EmployeeId } from "@erp/contracts/ids";
import type { LeaveAction, LeaveRequestView } from "@erp/contracts/leave-requests";
import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { SkeletonRows } from "@/components/skeleton";
import { trpc } from "@/lib/trpc";
import { CancelDialog } from "./cancel-dialog";
import { CancellationDialog } from "./cancellation-dialog";
import { RequestRow } from "./request-row";

type Asked = { action: LeaveAction; request: LeaveRequestView };

/** The requests of the reader, or of one of their people; what can be done to each stands beside it. */
export function RequestList({ employeeId, dayMinutes }: { employeeId?: EmployeeId; dayMinutes: number | undefined }) {
  const t = useTranslations("leave.requests");
  const [asked, setAsked] = useState<Asked | null>(null);
  const requests = trpc.leave.requests.useQuery(employeeId ? { employeeId } : {});
  if (requests.isPending) return <SkeletonRows rows={4} label={t("loading")} />;
  if (requests.isLoadingError)
    return <ErrorState error={requests.error} onRetry={() => requests.refetch()} isRetrying={requests.isRefetching} />;
  if (requests.data.length === 0) {
    return (
      <EmptyState
        icon={CalendarPlus}
        sentence={t("empty")}
        action={!employeeId && <ButtonLink href="/leave/new">{t("emptyAction")}</ButtonLink>}
      />
    );
  }
  const close = () => setAsked(null);
  return (
    <>
      <ul className="divide-y divide-line">
        {requests.data.map((request) => (
          <RequestRow
            key={request.id}
            request={request}
            dayMinutes={dayMinutes}
            onAsk={(action) => setAsked({ action, request })}
          />
        ))}
      </ul>
      {asked?.action === "cancel" && <CancelDialog request={asked.request} onClose={close} />}
      {asked?.action === "requestCancellation" && <CancellationDialog request={asked.request} onClose={close} />}
    </>
  );
}
