"use client";

import { cancelLeaveInput, type LeaveRequestView } from "@erp/contracts/leave-requests";
import { useTranslations } from "next-intl";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextArea } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { trpc } from "@/lib/trpc";
import { useDayOfLeave } from "../format/use-day-of-leave";

/** Takes back leave that has not begun: its days come back at once. */
export function CancelDialog({ request, onClose }: { request: LeaveRequestView; onClose(): void }) {
  const t = useTranslations("leave.cancel");
  const toast = useToast();
  const cache = trpc.useUtils();
  const { period } = useDayOfLeave();
  const cancel = trpc.leave.cancel.useMutation();
  const form = useSchemaForm(cancelLeaveInput, { requestId: request.id, reason: "" });
  const submit = useSubmit(form, async (values) => {
    await cancel.mutateAsync(values);
    await Promise.all([cache.leave.invalidate(), cache.approvals.invalidate()]);
    toast.done(t("done"));
    onClose();
  });
  const isApproved = request.status === "APPROVED";
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { period: period(request.time) })}
      description={isApproved ? t("approvedHint") : t("requestedHint")}
    >
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <SubmitActions onCancel={onClose} look="danger" busy={form.formState.isSubmitting}>
            {isApproved ? t("submit") : t("withdraw")}
          </SubmitActions>
        }
      >
        <TextArea control={form.control} name="reason" label={t("reason")} />
      </Form>
    </Dialog>
  );
}
