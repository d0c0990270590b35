"use client";

import type { Holiday } from "@erp/contracts/holidays";
import { useLocale, useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";

export function RemoveHolidayDialog({ holiday, onClose }: { holiday: Holiday; onClose(): void }) {
  const t = useTranslations("leave.holidays");
  const locale = useLocale();
  const toast = useToast();
  const cache = trpc.useUtils();
  const name = holiday.name[locale];
  const removal = trpc.leave.removeHoliday.useMutation({
    onSuccess: async () => {
      await cache.leave.invalidate();
      toast.done(t("removed", { name }));
      onClose();
    },
    onError: (error) => toast.failed(sentenceOf(error, locale)),
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("removeTitle", { name })}
      description={t("removeHint")}
      confirmLabel={t("removeSubmit")}
      isDangerous
      busy={removal.isPending}
      onConfirm={() => removal.mutate({ day: holiday.day })}
    />
  );
}
