"use client";

import type { EmployeeId } from "@erp/contracts/ids";
import type { AbsenceView } from "@erp/contracts/leave";
import { useLocale, useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { useDayOfLeave } from "../format/use-day-of-leave";

type Props = { employeeId: EmployeeId; absence: AbsenceView; onClose(): void };

/** The record was a mistake; the days it cost come back. */
export function RemoveAbsenceDialog({ employeeId, absence, onClose }: Props) {
  const t = useTranslations("leave.absences");
  const locale = useLocale();
  const toast = useToast();
  const cache = trpc.useUtils();
  const { day } = useDayOfLeave();
  const removal = trpc.leave.removeAbsence.useMutation({
    onSuccess: async () => {
      await cache.leave.invalidate();
      toast.done(t("removed"));
      onClose();
    },
    onError: (error) => toast.failed(sentenceOf(error, locale)),
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("removeTitle", { day: day(absence.day) })}
      description={t("removeHint")}
      confirmLabel={t("removeSubmit")}
      isDangerous
      busy={removal.isPending}
      onConfirm={() => removal.mutate({ employeeId, day: absence.day })}
    />
  );
}
