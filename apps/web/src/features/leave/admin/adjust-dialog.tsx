"use client";

import { adjustLeaveInput, type LeaveBalance } from "@erp/contracts/leave";
import { leaveDaysOf } from "@erp/contracts/leave-days";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { SelectField } from "@/components/select";
import { TextArea, TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { trpc } from "@/lib/trpc";
import { useLeaveWords } from "../format/use-leave-words";

/** People type days; the ledger counts minutes. Half days, as the law's and the company's grants are. */
const adjustment = z.object({
  direction: z.enum(["ADD", "TAKE"]),
  days: z.coerce
    .number("leave.days-malformed")
    .min(0.5, "leave.days-malformed")
    .max(60, "leave.days-malformed")
    .multipleOf(0.5, "leave.days-malformed"),
  reason: adjustLeaveInput.shape.reason,
});

/** Adds or takes days with a reason that stands in the ledger. */
export function AdjustDialog({ balance, onClose }: { balance: LeaveBalance; onClose(): void }) {
  const t = useTranslations("leave.adjust");
  const toast = useToast();
  const cache = trpc.useUtils();
  const { leaveWords } = useLeaveWords();
  const adjust = trpc.leave.adjust.useMutation();
  const { employeeId, dayMinutes, availableMinutes } = balance;
  const form = useSchemaForm(adjustment, { direction: "ADD", days: 0.5, reason: "" });
  const submit = useSubmit(form, async ({ direction, days, reason }) => {
    const leaveMinutes = (direction === "ADD" ? 1 : -1) * days * dayMinutes;
    const after = await adjust.mutateAsync({ employeeId, leaveMinutes, reason });
    await cache.leave.invalidate();
    toast.done(t("done", { words: leaveWords(after.availableMinutes, after.dayMinutes) }));
    onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("now", { days: leaveDaysOf(availableMinutes, dayMinutes) })}
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
        <div className="grid grid-cols-2 gap-3">
          <SelectField
            control={form.control}
            name="direction"
            label={t("direction")}
            placeholder={t("direction")}
            options={[
              { value: "ADD", label: t("add") },
              { value: "TAKE", label: t("take") },
            ]}
          />
          <TextField control={form.control} name="days" label={t("days")} type="number" step={0.5} min={0.5} max={60} />
        </div>
        <TextArea control={form.control} name="reason" label={t("reason")} hint={t("reasonHint")} />
      </Form>
    </Dialog>
  );
}
