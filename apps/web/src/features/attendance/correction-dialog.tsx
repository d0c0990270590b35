"use client";

import { useTranslations } from "next-intl";
import { Controller, useWatch } from "react-hook-form";
import { Dialog, SubmitActions } from "@/components/dialog";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { TextArea, TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { trpc } from "@/lib/trpc";
import { correctionFields, hoursOf } from "./correction-fields";
import { useDayWords } from "./use-day-words";
import { useToday } from "./use-today";

/** Asks the nearest manager to correct a day: other hours, a day that is missing, or one that was none. */
export function CorrectionDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations("attendance.correction");
  const toast = useToast();
  const cache = trpc.useUtils();
  const today = useToday();
  const { day: dayWords } = useDayWords();
  const request = trpc.attendance.requestCorrection.useMutation();
  const form = useSchemaForm(correctionFields, { day: today, wasThere: true, from: "09:00", to: "18:00", reason: "" });
  const wasThere = useWatch({ control: form.control, name: "wasThere" });
  const submit = useSubmit(form, async ({ reason, ...typed }) => {
    const title = t("documentTitle", { day: dayWords(typed.day) });
    await request.mutateAsync({ day: typed.day, hours: hoursOf(typed), reason, title });
    await cache.attendance.invalidate();
    toast.done(t("done"));
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} description={t("hint")}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <SubmitActions onCancel={onClose} look="primary" busy={form.formState.isSubmitting}>
            {t("submit")}
          </SubmitActions>
        }
      >
        <TextField control={form.control} name="day" label={t("day")} type="date" max={today} />
        <Controller
          control={form.control}
          name="wasThere"
          render={({ field: { value, onChange, ...field } }) => (
            <label className="flex min-h-9 items-center gap-2">
              <input
                {...field}
                type="checkbox"
                checked={!value}
                onChange={(event) => onChange(!event.target.checked)}
                className="size-4 accent-accent"
              />
              {t("wasNotThere")}
            </label>
          )}
        />
        {wasThere && (
          <div className="grid grid-cols-2 gap-3">
            <TextField control={form.control} name="from" label={t("from")} type="time" />
            <TextField control={form.control} name="to" label={t("to")} type="time" hint={t("toHint")} />
          </div>
        )}
        <TextArea control={form.control} name="reason" label={t("reason")} />
      </Form>
    </Dialog>
  );
}
