"use client";

import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";

/** Why the work was not accepted yet. */
export function RejectionNote({ reason }: { reason: string }) {
  const t = useTranslations("quests");
  return (
    <p className="flex items-start gap-1.5 rounded-control bg-no-soft px-2.5 py-2 text-13 text-no">
      <CircleX aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">
        <span className="block font-semibold">{t("rejectedBecause")}</span>
        {reason}
      </span>
    </p>
  );
}
