"use client";

import { deactivateEmployeeInput, type EmployeeDetail } from "@erp/contracts/employees";
import { useTranslations } from "next-intl";
import { Dialog, SubmitActions } from "@/components/dialog";
import { ErrorState } from "@/components/error-state";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { SkeletonRows } from "@/components/skeleton";
import { TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { useToday } from "@/features/attendance/use-today";
import { trpc } from "@/lib/trpc";
import type { EmployeeDialogProps } from "./edit-dialogs";
import { PersonField } from "./person-field";

/** The person loses their access at once; what they wrote and decided stays, and what waits for them finds a successor. */
export function DeactivateDialog({ employee, open, onOpenChange }: EmployeeDialogProps) {
  const t = useTranslations("people.deactivate");
  const { name } = employee;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title", { name })} description={t("description")}>
      <DeactivateSteps employee={employee} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

type StepsProps = { employee: EmployeeDetail; onDone(): void };

/** Without an answer to what waits the act stays possible: whoever must go at once goes at once. */
function DeactivateSteps({ employee, onDone }: StepsProps) {
  const t = useTranslations("people.deactivate");
  const awaiting = trpc.approvals.awaiting.useQuery({ employeeId: employee.id });
  if (awaiting.isPending) return <SkeletonRows rows={2} label={t("counting")} />;
  const { waiting, upcoming } = awaiting.data ?? { waiting: 0, upcoming: 0 };
  const { name } = employee;
  return (
    <>
      {awaiting.isError && (
        <ErrorState error={awaiting.error} onRetry={() => awaiting.refetch()} isRetrying={awaiting.isRefetching} />
      )}
      {waiting + upcoming > 0 ? (
        <>
          <p className="mb-4 font-semibold">{t("waiting", { name, waiting, upcoming })}</p>
          <DeactivateForm employee={employee} successor={employee.manager} onDone={onDone} />
        </>
      ) : (
        <DeactivateForm employee={employee} onDone={onDone} />
      )}
    </>
  );
}

type FormProps = StepsProps & {
  /** Who is proposed; where nobody is asked for, nothing waits. */
  successor?: EmployeeDetail["manager"];
};

function DeactivateForm({ employee, successor, onDone }: FormProps) {
  const t = useTranslations("people");
  const today = useToday();
  const toast = useToast();
  const utils = trpc.useUtils();
  const deactivate = trpc.employees.deactivate.useMutation({ onSettled: () => utils.employees.invalidate() });
  const form = useSchemaForm(deactivateEmployeeInput, {
    employeeId: employee.id,
    version: employee.version,
    leftOn: today,
    successorId: successor?.id ?? null,
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
        <SubmitActions onCancel={onDone} look="danger" busy={form.formState.isSubmitting}>
          {t("deactivate.submit")}
        </SubmitActions>
      }
    >
      <TextField control={form.control} name="leftOn" type="date" label={t("fields.leftOn")} />
      {successor !== undefined && (
        <PersonField
          control={form.control}
          name="successorId"
          label={t("deactivate.successor")}
          placeholder={t("deactivate.successorHint")}
          initialPerson={successor}
        />
      )}
    </Form>
  );
}
