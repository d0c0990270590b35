"use client";

import { documentPath } from "@erp/contracts/approvals";
import type { LeaveAction, LeaveRequestView } from "@erp/contracts/leave-requests";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { useChangeFlash } from "@/features/realtime/use-change-flash";
import { classNames } from "@/lib/class-names";
import { useDayOfLeave } from "../format/use-day-of-leave";
import { useLeaveWords } from "../format/use-leave-words";
import { LeaveStatusPill } from "./leave-status-pill";

type RequestRowProps = {
  request: LeaveRequestView;
  dayMinutes: number | undefined;
  onAsk(action: LeaveAction): void;
};

export function RequestRow({ request, dayMinutes, onAsk }: RequestRowProps) {
  const t = useTranslations("leave.requests");
  const { period } = useDayOfLeave();
  const { leaveWords, partWords } = useLeaveWords();
  const flash = useChangeFlash(`${request.status} ${request.leaveMinutes}`);
  const { id, time, leaveMinutes, reason, status, cancellation, allowedActions } = request;
  const isWhole = time.part.kind === "FULL" && !time.endsWithHalf;
  const details = [
    ...(leaveMinutes > 0 ? [leaveWords(leaveMinutes, dayMinutes)] : []),
    ...(isWhole ? [] : [partWords(time)]),
    ...(reason ? [reason] : []),
  ];
  return (
    <li className={classNames("flex flex-wrap items-center gap-x-3 gap-y-2 py-3", flash)}>
      <Link href={documentPath(id)} className="group min-w-40 flex-1 rounded-small">
        <span className="block font-semibold group-hover:underline">{period(time)}</span>
        <span className="block truncate text-13 text-ink-2">{details.join(" · ")}</span>
      </Link>
      {cancellation?.status === "IN_PROGRESS" && (
        <Link href={documentPath(cancellation.id)} className="rounded-small text-12 text-wait underline">
          {t("cancelling")}
        </Link>
      )}
      <LeaveStatusPill status={status} />
      {allowedActions.map((action) => (
        <Button key={action} size="small" onClick={() => onAsk(action)}>
          {t(`act.${status === "REQUESTED" ? "withdraw" : action}`)}
        </Button>
      ))}
    </li>
  );
}
