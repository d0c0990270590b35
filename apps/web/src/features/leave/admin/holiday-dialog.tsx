"use client";

import { type Holiday, holidayKind, saveHolidayInput } from "@erp/contracts/holidays";
import { useTranslations } from "next-intl";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { SelectField } from "@/components/select";
import { TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { trpc } from "@/lib/trpc";

/** Enters a day off, or renames one. What was charged before stays as it was charged. */
export function HolidayDialog({ holiday, onClose }: { holiday: Holiday | null; onClose(): void }) {
  const t = useTranslations("leave.holidays");
  const toast = useToast();
  const cache = trpc.useUtils();
  const save = trpc.leave.saveHoliday.useMutation();
  const form = useSchemaForm(saveHolidayInput, {
    day: holiday?.day ?? "",
    kind: holiday?.kind ?? "COMPANY",
    nameKo: holiday?.name.ko ?? "",
    nameEn: holiday?.name.en ?? "",
  });
  const submit = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    await cache.leave.invalidate();
    toast.done(t("saved", { name: values.nameKo }));
    onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={holiday ? t("editTitle") : t("add")}
      description={t("chargeHint")}
    >
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <SubmitActions onCancel={onClose} look="primary" busy={form.formState.isSubmitting}>
            {t("save")}
          </SubmitActions>
        }
      >
        <TextField control={form.control} name="day" label={t("day")} type="date" readOnly={holiday !== null} />
        <SelectField
          control={form.control}
          name="kind"
          label={t("kindLabel")}
          placeholder={t("kindLabel")}
          options={holidayKind.options.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <TextField control={form.control} name="nameKo" label={t("nameKo")} />
        <TextField control={form.control} name="nameEn" label={t("nameEn")} />
      </Form>
    </Dialog>
  );
}
