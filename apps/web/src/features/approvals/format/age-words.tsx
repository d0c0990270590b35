"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import { ageOf } from "./age";

const EVERY_MINUTE_MS = 60_000;

/** "3일", "40분": how long it has been, as short as a list needs it. The exact time is the element's title. */
export function AgeWords({ since, className }: { since: Date; className?: string }) {
  const t = useTranslations("approvals.age");
  const format = useFormatter();
  const { unit, count } = ageOf(since, useNow({ updateInterval: EVERY_MINUTE_MS }));
  return (
    <time
      dateTime={since.toISOString()}
      title={format.dateTime(since, { dateStyle: "long", timeStyle: "short" })}
      className={className}
      suppressHydrationWarning
    >
      {t(unit, { count })}
    </time>
  );
}
