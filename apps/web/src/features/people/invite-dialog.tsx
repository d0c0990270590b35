"use client";

import { inviteEmployeeInput } from "@erp/contracts/employees";
import { useTranslations } from "next-intl";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { useToday } from "@/features/attendance/use-today";
import { trpc } from "@/lib/trpc";
import { HoursField } from "./hours-field";
import { PersonField } from "./person-field";
import { DepartmentField, PositionField, RoleField } from "./post-fields";

type Props = { open: boolean; onOpenChange(open: boolean): void };

export function InviteDialog({ open, onOpenChange }: Props) {
  const t = useTranslations("people.invite");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={t("description")} width="wide">
      <InviteForm onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

/** Mounted with the dialog, so that it is empty each time. */
function InviteForm({ onDone }: { onDone(): void }) {
  const t = useTranslations("people");
  const today = useToday();
  const toast = useToast();
  const utils = trpc.useUtils();
  const invite = trpc.employees.invite.useMutation();
  const form = useSchemaForm(inviteEmployeeInput, {
    email: "",
    name: "",
    departmentId: "",
    position: "" as "SAWON",
    role: "STAFF",
    hireDate: today,
    weeklyMinutes: 2400,
    managerId: null,
  });
  const submit = useSubmit(form, async (values) => {
    await invite.mutateAsync(values);
    await utils.employees.invalidate();
    toast.done(t("invite.done", { name: values.name }));
    onDone();
  });
  const { control } = form;
  return (
    <Form
      form={form}
      onSubmit={submit}
      className="grid gap-4 tablet:grid-cols-2"
      actions={
        <div className="tablet:col-span-2">
          <SubmitActions onCancel={onDone} look="primary" busy={form.formState.isSubmitting}>
            {t("invite.submit")}
          </SubmitActions>
        </div>
      }
    >
      <TextField control={control} name="name" label={t("fields.name")} />
      <TextField
        control={control}
        name="email"
        type="email"
        label={t("fields.email")}
        placeholder="name@hanbit.example"
      />
      <DepartmentField control={control} name="departmentId" />
      <PositionField control={control} name="position" />
      <RoleField control={control} name="role" />
      <PersonField
        control={control}
        name="managerId"
        label={t("fields.manager")}
        placeholder={t("fields.managerPlaceholder")}
        initialPerson={null}
      />
      <TextField control={control} name="hireDate" type="date" label={t("fields.hireDate")} />
      <HoursField
        control={control}
        name="weeklyMinutes"
        label={t("fields.weeklyHours")}
        hint={t("fields.weeklyHint")}
      />
    </Form>
  );
}
