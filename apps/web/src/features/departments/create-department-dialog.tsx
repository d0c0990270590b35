"use client";

import { createDepartmentInput, type DepartmentView } from "@erp/contracts/employees";
import { useTranslations } from "next-intl";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { useDepartmentName } from "@/features/people/department-name";
import { trpc } from "@/lib/trpc";
import { ParentField } from "./parent-field";

export function CreateDepartmentDialog({
  parent,
  onOpenChange,
}: {
  parent: DepartmentView | null;
  onOpenChange(open: boolean): void;
}) {
  const t = useTranslations("departments");
  const toast = useToast();
  const utils = trpc.useUtils();
  const departmentName = useDepartmentName();
  const create = trpc.departments.create.useMutation();
  const form = useSchemaForm(createDepartmentInput, { code: "", nameKo: "", nameEn: "", parentId: parent?.id ?? null });
  const submit = useSubmit(form, async (values) => {
    await create.mutateAsync(values);
    await utils.departments.invalidate();
    toast.done(t("createForm.done", { name: departmentName(values) }));
    onOpenChange(false);
  });
  return (
    <Dialog open onOpenChange={onOpenChange} title={t("createForm.title")}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <SubmitActions onCancel={() => onOpenChange(false)} look="primary" busy={form.formState.isSubmitting}>
            {t("createForm.submit")}
          </SubmitActions>
        }
      >
        <TextField control={form.control} name="nameKo" label={t("fields.nameKo")} />
        <TextField control={form.control} name="nameEn" label={t("fields.nameEn")} />
        <TextField
          control={form.control}
          name="code"
          label={t("fields.code")}
          hint={t("fields.codeHint")}
          autoCapitalize="characters"
          className="uppercase"
        />
        <ParentField control={form.control} name="parentId" />
      </Form>
    </Dialog>
  );
}
