"use client";

import { koreanDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { nameSubstituteInput } from "@erp/contracts/substitutions";
import { useTranslations } from "next-intl";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { Segments } from "@/components/segments";
import { TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { PersonField } from "@/features/people/person-field";
import { usePresent } from "@/lib/present";
import { trpc } from "@/lib/trpc";
import { usePersonWords } from "../format/use-person-words";

/** Names a substitute: for some days, or for whenever the approver is on approved leave. */
export function NameSubstituteDialog({ employeeId, onClose }: { employeeId?: EmployeeId; onClose(): void }) {
  const t = useTranslations("substitutes");
  const toast = useToast();
  const cache = trpc.useUtils();
  const { polite } = usePersonWords();
  const today = koreanDate(usePresent());
  const name = trpc.substitutions.name.useMutation();
  const days = { from: today, to: today };
  const form = useSchemaForm(nameSubstituteInput, {
    ...(employeeId && { employeeId }),
    substituteId: "",
    period: days,
    reason: "",
  });
  const submit = useSubmit(form, async (values) => {
    const { substitute } = await name.mutateAsync(values);
    await cache.substitutions.invalidate();
    toast.done(t("done", { name: polite([substitute]) }));
    onClose();
  });
  const isStanding = form.watch("period") === null;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("name")} description={t("nameHint")}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <SubmitActions onCancel={onClose} look="primary" busy={form.formState.isSubmitting}>
            {t("submit")}
          </SubmitActions>
        }
      >
        <PersonField
          control={form.control}
          name="substituteId"
          label={t("substitute")}
          placeholder={t("substituteHint")}
          initialPerson={null}
        />
        <Segments
          label={t("when")}
          value={isStanding ? "leave" : "days"}
          options={[
            { value: "days", label: t("onDays") },
            { value: "leave", label: t("duringLeave") },
          ]}
          onChange={(chosen) => form.setValue("period", chosen === "leave" ? null : days)}
        />
        {!isStanding && (
          <div className="grid gap-4 tablet:grid-cols-2">
            <TextField control={form.control} name="period.from" label={t("from")} type="date" min={today} />
            <TextField control={form.control} name="period.to" label={t("to")} type="date" min={today} />
          </div>
        )}
        <TextField control={form.control} name="reason" label={t("reason")} optionalLabel={t("optional")} />
      </Form>
    </Dialog>
  );
}
