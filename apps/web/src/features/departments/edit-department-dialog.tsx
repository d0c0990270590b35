"use client";

import { type DepartmentView, editDepartmentInput } from "@erp/contracts/employees";
import { useTranslations } from "next-intl";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { useDepartmentName } from "@/features/people/department-name";
import { trpc } from "@/lib/trpc";
import { ParentField } from "./parent-field";

/** Renames or moves. The code stays: other systems know the department by it. */
export function EditDepartmentDialog({
  department,
  onOpenChange,
}: {
  department: DepartmentView;
  onOpenChange(open: boolean): void;
}) {
  const t = useTranslations("departments");
  const toast = useToast();
  const utils = trpc.useUtils();
  const departmentName = useDepartmentName();
  const edit = trpc.departments.edit.useMutation();
  const { id, nameKo, nameEn, parentId } = department;
  const form = useSchemaForm(editDepartmentInput, { departmentId: id, nameKo, nameEn, parentId });
  const submit = useSubmit(form, async (values) => {
    await edit.mutateAsync(values);
    await utils.departments.invalidate();
    toast.done(t("editForm.done", { name: departmentName(values) }));
    onOpenChange(false);
  });
  return (
    <Dialog open onOpenChange={onOpenChange} title={t("editForm.title")} description={department.code}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <SubmitActions onCancel={() => onOpenChange(false)} look="primary" busy={form.formState.isSubmitting}>
            {t("editForm.submit")}
          </SubmitActions>
        }
      >
        <TextField control={form.control} name="nameKo" label={t("fields.nameKo")} />
        <TextField control={form.control} name="nameEn" label={t("fields.nameEn")} />
        <ParentField control={form.control} name="parentId" moved={department} />
      </Form>
    </Dialog>
  );
}
