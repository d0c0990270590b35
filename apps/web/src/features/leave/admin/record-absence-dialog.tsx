"use client";

import type { EmployeeId } from "@erp/contracts/ids";
import { absenceKind, recordAbsenceInput } from "@erp/contracts/leave";
import { useTranslations } from "next-intl";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { SelectField } from "@/components/select";
import { TextArea, TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { useToday } from "@/features/attendance/use-today";
import { trpc } from "@/lib/trpc";

const absenceFields = recordAbsenceInput.omit({ employeeId: true });

/** A day somebody was away without annual leave; what it changes of their grants follows at once. */
export function RecordAbsenceDialog({ employeeId, onClose }: { employeeId: EmployeeId; onClose(): void }) {
  const t = useTranslations("leave.absences");
  const toast = useToast();
  const cache = trpc.useUtils();
  const today = useToday();
  const record = trpc.leave.recordAbsence.useMutation();
  const form = useSchemaForm(absenceFields, { day: today, kind: "ABSENT", reason: "" });
  const submit = useSubmit(form, async (absence) => {
    await record.mutateAsync({ employeeId, ...absence });
    await cache.leave.invalidate();
    toast.done(t("recorded"));
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("recordTitle")} description={t("recordHint")}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <SubmitActions onCancel={onClose} look="primary" busy={form.formState.isSubmitting}>
            {t("save")}
          </SubmitActions>
        }
      >
        <TextField control={form.control} name="day" label={t("day")} type="date" max={today} />
        <SelectField
          control={form.control}
          name="kind"
          label={t("kindLabel")}
          placeholder={t("kindLabel")}
          options={absenceKind.options.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <TextArea control={form.control} name="reason" label={t("reason")} />
      </Form>
    </Dialog>
  );
}
