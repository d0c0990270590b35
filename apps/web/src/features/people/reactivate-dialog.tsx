"use client";

import { useLocale, useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import type { EmployeeDialogProps } from "./edit-dialogs";

export function ReactivateDialog({ employee, open, onOpenChange }: EmployeeDialogProps) {
  const t = useTranslations("people.reactivate");
  const locale = useLocale();
  const toast = useToast();
  const utils = trpc.useUtils();
  const { id, name, version } = employee;
  const reactivate = trpc.employees.reactivate.useMutation({
    onSuccess: () => {
      toast.done(t("done", { name }));
      onOpenChange(false);
    },
    onError: (error) => toast.failed(sentenceOf(error, locale)),
    onSettled: () => utils.employees.invalidate(),
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", { name })}
      description={t("description")}
      confirmLabel={t("submit")}
      busy={reactivate.isPending}
      onConfirm={() => reactivate.mutate({ employeeId: id, version })}
    />
  );
}
