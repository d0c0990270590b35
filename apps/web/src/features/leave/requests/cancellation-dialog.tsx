"use client";

import { type LeaveRequestView, requestCancellationInput } from "@erp/contracts/leave-requests";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextArea, TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { LineBuilder } from "@/features/approvals/write/line-builder";
import { type DraftLine, toLineInput } from "@/features/approvals/write/line-changes";
import { useSuggestedLine } from "@/features/approvals/write/use-suggested-line";
import { trpc } from "@/lib/trpc";
import { useDayOfLeave } from "../format/use-day-of-leave";

const written = requestCancellationInput.omit({ line: true });

/** Leave that has begun is taken back with approval: from a day on, which may be over already. */
export function CancellationDialog({ request, onClose }: { request: LeaveRequestView; onClose(): void }) {
  const t = useTranslations("leave.cancellation");
  const toast = useToast();
  const cache = trpc.useUtils();
  const { period } = useDayOfLeave();
  const [line, setLine] = useState<DraftLine>([]);
  const suggestion = useSuggestedLine({
    formCode: "LEAVE_CANCELLATION",
    amountKrw: null,
    line,
    isNew: true,
    onSuggest: setLine,
  });
  const cancellation = trpc.leave.requestCancellation.useMutation();
  const { from, to } = request.time;
  const title = t("documentTitle", { period: period(request.time) });
  const form = useSchemaForm(written, { requestId: request.id, from, title, reason: "" });
  const submit = useSubmit(form, async (values) => {
    await cancellation.mutateAsync({ ...values, line: toLineInput(line) }).catch((error: unknown) => {
      void cache.approvals.suggestLine.invalidate();
      throw error;
    });
    await Promise.all([cache.leave.invalidate(), cache.approvals.invalidate()]);
    toast.done(t("done"));
    onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { period: period(request.time) })}
      description={t("hint")}
    >
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <SubmitActions onCancel={onClose} look="primary" busy={form.formState.isSubmitting}>
            {t("submit")}
          </SubmitActions>
        }
      >
        {from !== to && (
          <TextField
            control={form.control}
            name="from"
            label={t("from")}
            hint={t("fromHint")}
            type="date"
            min={from}
            max={to}
          />
        )}
        <TextArea control={form.control} name="reason" label={t("reason")} />
        <LineBuilder line={line} error={undefined} suggestion={suggestion} onChange={setLine} />
      </Form>
    </Dialog>
  );
}
