"use client";

import { deactivateEmployeeInput } from "@erp/contracts/employees";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Dialog, DialogActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { useToday } from "@/features/attendance/use-today";
import { trpc } from "@/lib/trpc";
import type { EmployeeDialogProps } from "./edit-dialogs";

/** The person loses their access at once; what they wrote and decided stays. */
export function DeactivateDialog({ employee, open, onOpenChange }: EmployeeDialogProps) {
  const t = useTranslations("people.deactivate");
  const { name } = employee;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title", { name })} description={t("description")}>
      <DeactivateForm employee={employee} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function DeactivateForm({ employee, onDone }: { employee: EmployeeDialogProps["employee"]; onDone(): void }) {
  const t = useTranslations("people");
  const components = useTranslations("components");
  const today = useToday();
  const toast = useToast();
  const utils = trpc.useUtils();
  const deactivate = trpc.employees.deactivate.useMutation({ onSettled: () => utils.employees.invalidate() });
  const form = useSchemaForm(deactivateEmployeeInput, {
    employeeId: employee.id,
    version: employee.version,
    leftOn: today,
  });
  const submit = useSubmit(form, async (values) => {
    await deactivate.mutateAsync(values);
    toast.done(t("deactivate.done", { name: employee.name }));
    onDone();
  });
  return (
    <Form
      form={form}
      onSubmit={submit}
      actions={
        <DialogActions>
          <Button onClick={onDone}>{components("cancel")}</Button>
          <Button type="submit" look="danger" busy={form.formState.isSubmitting}>
            {t("deactivate.submit")}
          </Button>
        </DialogActions>
      }
    >
      <TextField control={form.control} name="leftOn" type="date" label={t("fields.leftOn")} />
    </Form>
  );
}
