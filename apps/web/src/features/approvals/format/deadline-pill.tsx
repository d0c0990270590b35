"use client";

import { AlarmClock } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Pill, type PillMeaning } from "@/components/pill";
import { usePresent } from "@/lib/present";
import { type DeadlineState, deadlineState } from "./deadline";

const EVERY_MINUTE_MS = 60_000;

const meanings: Record<DeadlineState, PillMeaning> = { AHEAD: "neutral", SOON: "info", PAST: "waiting" };

/** "기한 11월 25일 18:00", or "기한 지남 · …": by when the open step should be decided. */
export function DeadlinePill({ dueAt }: { dueAt: Date }) {
  const t = useTranslations("approvals.deadline");
  const format = useFormatter();
  const state = deadlineState(dueAt, usePresent(EVERY_MINUTE_MS));
  const at = format.dateTime(dueAt, {
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  });
  return (
    <Pill meaning={meanings[state]} icon={AlarmClock}>
      <time dateTime={dueAt.toISOString()} suppressHydrationWarning>
        {t(state === "PAST" ? "pastSince" : "by", { at })}
      </time>
    </Pill>
  );
}

/** The same in a list, short, and only where it matters today. */
export function UrgencyPill({ dueAt }: { dueAt: Date }) {
  const t = useTranslations("approvals.deadline");
  const state = deadlineState(dueAt, usePresent(EVERY_MINUTE_MS));
  if (state === "AHEAD") return null;
  return (
    <Pill meaning={meanings[state]} icon={AlarmClock}>
      {t(state === "PAST" ? "past" : "soon")}
    </Pill>
  );
}
