"use client";

import { koreanDate } from "@erp/contracts/dates";
import { type EditEmployeeInput, type EmployeeDetail, editEmployeeInput } from "@erp/contracts/employees";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { usePresent } from "@/lib/present";
import { trpc } from "@/lib/trpc";
import { HoursField } from "./hours-field";
import { PersonField } from "./person-field";
import { DepartmentField, PositionField, RoleField } from "./post-fields";

export type EmployeeDialogProps = { employee: EmployeeDetail; open: boolean; onOpenChange(open: boolean): void };

type EditForm = ReturnType<typeof useEditForm>;

/** Name and working conditions. */
export function EditDialog(props: EmployeeDialogProps) {
  const t = useTranslations("people.fields");
  return (
    <EmployeeEditDialog {...props} act="edit">
      {({ control }) => (
        <>
          <TextField control={control} name="name" label={t("name")} />
          <TextField control={control} name="hireDate" type="date" label={t("hireDate")} />
          <HoursField control={control} name="weeklyMinutes" label={t("weeklyHours")} hint={t("weeklyHint")} />
          <TextField
            control={control}
            name="weeklyMinutesFrom"
            type="date"
            label={t("weeklyFrom")}
            hint={t("weeklyFromHint")}
          />
        </>
      )}
    </EmployeeEditDialog>
  );
}

/** Another department, and with it usually another manager. */
export function TransferDialog(props: EmployeeDialogProps) {
  const t = useTranslations("people.fields");
  return (
    <EmployeeEditDialog {...props} act="transfer">
      {({ control }) => (
        <>
          <DepartmentField control={control} name="departmentId" />
          <PersonField
            control={control}
            name="managerId"
            label={t("manager")}
            placeholder={t("managerPlaceholder")}
            initialPerson={props.employee.manager}
          />
        </>
      )}
    </EmployeeEditDialog>
  );
}

export function PromoteDialog(props: EmployeeDialogProps) {
  return (
    <EmployeeEditDialog {...props} act="promote">
      {({ control }) => (
        <>
          <PositionField control={control} name="position" />
          <RoleField control={control} name="role" />
        </>
      )}
    </EmployeeEditDialog>
  );
}

type EmployeeEditDialogProps = EmployeeDialogProps & {
  act: "edit" | "transfer" | "promote";
  children(form: EditForm): ReactNode;
};

/** All three send the whole employee at the version that was seen; each shows only its own fields. */
function EmployeeEditDialog({ employee, open, onOpenChange, act, children }: EmployeeEditDialogProps) {
  const t = useTranslations("people");
  const { name } = employee;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(`${act}.title`)}
      {...(act !== "edit" && { description: t(`${act}.description`, { name }) })}
    >
      <EmployeeEditForm employee={employee} act={act} onDone={() => onOpenChange(false)}>
        {children}
      </EmployeeEditForm>
    </Dialog>
  );
}

function EmployeeEditForm({
  employee,
  act,
  onDone,
  children,
}: Pick<EmployeeEditDialogProps, "employee" | "act" | "children"> & { onDone(): void }) {
  const t = useTranslations("people");
  const toast = useToast();
  const utils = trpc.useUtils();
  const edit = trpc.employees.edit.useMutation({ onSettled: () => utils.employees.invalidate() });
  const form = useEditForm(employee, act);
  const submit = useSubmit(form, async (values) => {
    await edit.mutateAsync(values);
    toast.done(t(`${act}.done`, { name: values.name }));
    onDone();
  });
  return (
    <Form
      form={form}
      onSubmit={submit}
      actions={
        <SubmitActions onCancel={onDone} look="primary" busy={form.formState.isSubmitting}>
          {t(`${act}.submit`)}
        </SubmitActions>
      }
    >
      {children(form)}
    </Form>
  );
}

/** New hours hold from today, or from the first day of somebody who is yet to come, unless HR names another day. */
function useEditForm(
  employee: EmployeeDetail,
  act: EmployeeEditDialogProps["act"],
): UseFormReturn<typeof editEmployeeInput._zod.input, unknown, EditEmployeeInput> {
  const { id, version, name, departmentId, position, role, hireDate, weeklyMinutes, manager } = employee;
  const today = koreanDate(usePresent());
  const hasCome = hireDate <= today;
  return useSchemaForm(editEmployeeInput, {
    employeeId: id,
    version,
    name,
    departmentId,
    position,
    role,
    hireDate,
    weeklyMinutes,
    ...(act === "edit" && { weeklyMinutesFrom: hasCome ? today : hireDate }),
    managerId: manager?.id ?? null,
  });
}
