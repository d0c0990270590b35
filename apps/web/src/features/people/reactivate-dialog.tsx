"use client";

import { reactivateEmployeeInput } from "@erp/contracts/employees";
import { useTranslations } from "next-intl";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { OptionalField } from "@/components/optional-field";
import { useToast } from "@/components/toast";
import { trpc } from "@/lib/trpc";
import type { EmployeeDialogProps } from "./edit-dialogs";

/** Leaving was a mistake, or the person is employed anew since a day: leave is granted for the one, not for the time between. */
export function ReactivateDialog({ employee, open, onOpenChange }: EmployeeDialogProps) {
  const t = useTranslations("people.reactivate");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", { name: employee.name })}
      description={t("description")}
    >
      <ReactivateForm employee={employee} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function ReactivateForm({ employee, onDone }: { employee: EmployeeDialogProps["employee"]; onDone(): void }) {
  const t = useTranslations("people.reactivate");
  const components = useTranslations("components");
  const toast = useToast();
  const utils = trpc.useUtils();
  const { id: employeeId, name, version } = employee;
  const reactivate = trpc.employees.reactivate.useMutation({ onSettled: () => utils.employees.invalidate() });
  const form = useSchemaForm(reactivateEmployeeInput, { employeeId, version, hireDate: null });
  const submit = useSubmit(form, async (values) => {
    await reactivate.mutateAsync(values);
    toast.done(t("done", { name }));
    onDone();
  });
  return (
    <Form
      form={form}
      onSubmit={submit}
      actions={
        <SubmitActions onCancel={onDone} look="primary" busy={form.formState.isSubmitting}>
          {t("submit")}
        </SubmitActions>
      }
    >
      <OptionalField
        control={form.control}
        name="hireDate"
        type="date"
        label={t("hireDate")}
        optionalLabel={components("optional")}
        hint={t("hireDateHint")}
      />
    </Form>
  );
}
