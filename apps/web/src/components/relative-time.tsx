"use client";

import { useFormatter } from "next-intl";
import { classNames } from "@/lib/class-names";
import { exactTime } from "@/lib/clock-time";
import { usePresent } from "@/lib/present";
import { Tooltip } from "./tooltip";

const EVERY_MINUTE_MS = 60_000;

/** "3분 전"; the exact time on hover, on paper and for machines. Counts on while the page is open. */
export function RelativeTime({ at, className }: { at: Date; className?: string }) {
  const format = useFormatter();
  const now = usePresent(EVERY_MINUTE_MS);
  const exact = format.dateTime(at, exactTime);
  // A clock that runs a little behind the server's would say "in 2 seconds".
  const shown = format.relativeTime(at, at > now ? at : now);
  return (
    <Tooltip content={exact}>
      <time
        dateTime={at.toISOString()}
        data-exact={exact}
        className={classNames("print:before:content-[attr(data-exact)]", className)}
      >
        <span className="print:hidden" suppressHydrationWarning>
          {shown}
        </span>
      </time>
    </Tooltip>
  );
}
