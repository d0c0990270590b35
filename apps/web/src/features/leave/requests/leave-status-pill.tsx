import type { LeaveStatus } from "@erp/contracts/leave-requests";
import { useTranslations } from "next-intl";
import { Pill, type PillMeaning } from "@/components/pill";

const meanings: Record<LeaveStatus, PillMeaning> = {
  REQUESTED: "waiting",
  APPROVED: "approved",
  REJECTED: "rejected",
  WITHDRAWN: "neutral",
  CANCELLED: "neutral",
};

export function LeaveStatusPill({ status }: { status: LeaveStatus }) {
  const t = useTranslations("leave.status");
  return <Pill meaning={meanings[status]}>{t(status)}</Pill>;
}
