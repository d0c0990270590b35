"use client";

import { useFormatter, useTranslations } from "next-intl";
import { exactTime } from "@/lib/clock-time";
import { usePresent } from "@/lib/present";
import { ageOf } from "./age";

const EVERY_MINUTE_MS = 60_000;

/** "3일", "40분": how long it has been, as short as a list needs it. The exact time is the element's title. */
export function AgeWords({ since, className }: { since: Date; className?: string }) {
  const t = useTranslations("approvals.age");
  const format = useFormatter();
  const { unit, count } = ageOf(since, usePresent(EVERY_MINUTE_MS));
  return (
    <time
      dateTime={since.toISOString()}
      title={format.dateTime(since, exactTime)}
      className={className}
      suppressHydrationWarning
    >
      {t(unit, { count })}
    </time>
  );
}
