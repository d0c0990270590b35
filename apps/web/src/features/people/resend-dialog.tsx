"use client";

import { useLocale, useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import type { EmployeeDialogProps } from "./edit-dialogs";

/** Another invitation, for somebody whose mail was lost or ran out. The server refuses it for people who have signed in. */
export function ResendDialog({ employee, open, onOpenChange }: EmployeeDialogProps) {
  const t = useTranslations("people.resend");
  const locale = useLocale();
  const toast = useToast();
  const { id, name } = employee;
  const resend = trpc.employees.resendInvitation.useMutation({
    onSuccess: () => toast.done(t("done", { name })),
    onError: (error) => toast.failed(sentenceOf(error, locale)),
    onSettled: () => onOpenChange(false),
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", { name })}
      description={t("description")}
      confirmLabel={t("submit")}
      busy={resend.isPending}
      onConfirm={() => resend.mutate({ employeeId: id })}
    />
  );
}
