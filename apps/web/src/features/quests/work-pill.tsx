"use client";

import type { WorkState } from "@erp/contracts/quests";
import { useTranslations } from "next-intl";
import { Pill, type PillMeaning } from "@/components/pill";

const meanings: Record<WorkState, PillMeaning> = {
  IN_PROGRESS: "neutral",
  WAITING_APPROVAL: "waiting",
  APPROVED: "approved",
  REJECTED: "rejected",
  CLAIMED: "approved",
};

export function WorkPill({ state }: { state: WorkState }) {
  const t = useTranslations("quests.state");
  return <Pill meaning={meanings[state]}>{t(state)}</Pill>;
}
