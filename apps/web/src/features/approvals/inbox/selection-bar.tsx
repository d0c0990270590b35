"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import type { Selection } from "./use-selection";

/** What can be done with the ticked documents, at the foot of the list. */
export function SelectionBar({ selection, onApprove }: { selection: Selection; onApprove(): void }) {
  const t = useTranslations("approvals");
  const count = selection.selected.length;
  if (count === 0) return null;
  return (
    <div className="sticky bottom-0 z-10 flex animate-appear items-center justify-between gap-2 border-t border-line bg-raised p-2.5 max-tablet:bottom-[calc(64px+env(safe-area-inset-bottom))]">
      <span className="pl-1 text-13 font-semibold">{t("list.selected", { count })}</span>
      <span className="flex gap-1.5">
        <Button look="quiet" size="small" onClick={selection.clear}>
          {t("list.clearSelection")}
        </Button>
        <Button look="primary" size="small" onClick={onApprove}>
          {t("bulk.approve")}
        </Button>
      </span>
    </div>
  );
}
