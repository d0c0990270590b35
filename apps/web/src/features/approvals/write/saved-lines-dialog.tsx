"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Dialog } from "@/components/dialog";
import { trpc } from "@/lib/trpc";
import { SavedLineRow } from "./saved-line-row";

/** Saved lines to look through, rename and delete; it closes with the last of them. */
export function SavedLinesDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations("approvals.write.savedLines");
  const { data: saved = [], isSuccess } = trpc.savedLines.list.useQuery();
  const isEmpty = isSuccess && saved.length === 0;
  useEffect(() => {
    if (isEmpty) onClose();
  }, [isEmpty, onClose]);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("manage")}>
      <ul className="grid divide-y divide-line">
        {saved.map((line) => (
          <SavedLineRow key={line.id} saved={line} />
        ))}
      </ul>
    </Dialog>
  );
}
