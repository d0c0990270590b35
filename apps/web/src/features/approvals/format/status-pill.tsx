"use client";

import type { DocumentStatus } from "@erp/contracts/approvals";
import { useTranslations } from "next-intl";
import { Pill, type PillMeaning } from "@/components/pill";

const meanings: Record<DocumentStatus, PillMeaning> = {
  DRAFT: "neutral",
  IN_PROGRESS: "waiting",
  APPROVED: "approved",
  REJECTED: "rejected",
  WITHDRAWN: "neutral",
};

export function StatusPill({ status }: { status: DocumentStatus }) {
  const t = useTranslations("approvals.status");
  return <Pill meaning={meanings[status]}>{t(status)}</Pill>;
}
