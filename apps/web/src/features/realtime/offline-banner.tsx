"use client";

import { Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRealtime } from "./realtime-provider";

/** A thin line over the page while changes of others do not arrive by themselves. */
export function OfflineBanner() {
  const t = useTranslations("notifications.live");
  const { status } = useRealtime();
  return (
    <div role="status">
      {status === "offline" && (
        <p className="flex animate-appear items-center justify-center gap-2 border-b border-line bg-wait-soft px-4 py-1 text-13 text-wait print:hidden">
          <Unplug aria-hidden className="size-4 shrink-0" />
          {t("offline")}
        </p>
      )}
    </div>
  );
}
