"use client";

import type { Presence } from "@erp/contracts/attendance";
import { useTranslations } from "next-intl";
import { Pill, type PillMeaning } from "@/components/pill";

const dots: Record<Presence, string> = {
  IN: "bg-ok",
  OUT: "bg-info",
  ON_LEAVE: "bg-wait",
  MISSING: "bg-no",
  OFF: "bg-ink-3",
};

/** A dot at a face; the word stands beside it or below. */
export function PresenceDot({ presence }: { presence: Presence }) {
  return (
    <span
      aria-hidden
      className={`absolute -right-0.5 -bottom-0.5 size-3 rounded-full border-2 border-surface ${dots[presence]}`}
    />
  );
}

const meanings: Record<Presence, PillMeaning> = {
  IN: "approved",
  OUT: "info",
  ON_LEAVE: "waiting",
  MISSING: "rejected",
  OFF: "neutral",
};

export function PresencePill({ presence }: { presence: Presence }) {
  const t = useTranslations("attendance.presence");
  return <Pill meaning={meanings[presence]}>{t(presence)}</Pill>;
}
