"use client";

import { CircleAlert, Eye } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type UseFormReturn, useFormState, useWatch } from "react-hook-form";
import { Button } from "@/components/button";
import { clockTime } from "@/lib/clock-time";
import { usePersonWords } from "../format/use-person-words";
import type { DraftContent } from "./draft-content";
import type { DraftSaving } from "./use-draft-autosave";

type SubmitBarProps = {
  form: UseFormReturn<DraftContent>;
  saving: DraftSaving;
  isUploading: boolean;
  /** The line is about to follow the amount: who gets the document is not known yet. */
  isLineChanging: boolean;
  isSubmitting: boolean;
  refusal: string | null;
  onPreview(): void;
};

/** Whether what is typed is safe, and the way to send it: the button names who gets it first. */
export function SubmitBar({
  form,
  saving,
  isUploading,
  isLineChanging,
  isSubmitting,
  refusal,
  onPreview,
}: SubmitBarProps) {
  const t = useTranslations("approvals.write");
  const { polite } = usePersonWords();
  const line = useWatch({ control: form.control, name: "line" });
  const first = line[0]?.approvers ?? [];
  const label = first.length > 0 ? t("submitTo", { people: polite(first) }) : t("submit");
  return (
    <div className="sticky bottom-[calc(64px+env(safe-area-inset-bottom))] z-10 border-t border-line bg-raised tablet:bottom-0">
      <div className="mx-auto flex w-full max-w-[1240px] flex-wrap items-center justify-end gap-x-3 gap-y-2 px-4 py-3 tablet:px-7">
        <Problems form={form} refusal={refusal} />
        <p className="min-w-40 flex-1 text-13 text-ink-2 max-tablet:basis-full">
          <SavingWords saving={saving} />
        </p>
        <Button onClick={onPreview} className="max-tablet:flex-1">
          <Eye aria-hidden />
          {t("preview")}
        </Button>
        <Button
          type="submit"
          look="primary"
          busy={isUploading || isLineChanging || isSubmitting}
          className="max-tablet:flex-[2]"
        >
          {isUploading ? t("uploading") : isSubmitting ? t("submitting") : label}
        </Button>
      </div>
    </div>
  );
}

function Problems({ form, refusal }: { form: UseFormReturn<DraftContent>; refusal: string | null }) {
  const t = useTranslations("approvals.write");
  const { errors } = useFormState({ control: form.control });
  const count = countErrors(errors);
  const sentence = refusal ?? (count > 0 ? t("invalid", { count }) : null);
  return (
    <div role="alert" className="basis-full empty:hidden">
      {sentence && (
        <p className="flex items-start gap-1.5 text-13 text-no">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {sentence}
        </p>
      )}
    </div>
  );
}

function SavingWords({ saving: { state, savedAt } }: { saving: DraftSaving }) {
  const t = useTranslations("approvals.write.autosave");
  const format = useFormatter();
  if (state === "saving") return t("saving");
  if (state === "failed") return <span className="text-no">{t("failed")}</span>;
  if (state === "conflict") {
    return (
      <span className="text-no">
        {t("conflict")}{" "}
        <button type="button" className="font-semibold underline" onClick={() => window.location.reload()}>
          {t("reload")}
        </button>
      </span>
    );
  }
  return savedAt ? t("saved", { time: format.dateTime(savedAt, clockTime) }) : t("none");
}

/** Errors lie at their fields, some a level deeper: a leaf is what has a type. */
function countErrors(errors: object): number {
  return Object.values(errors).reduce((count: number, error: unknown) => {
    if (typeof error !== "object" || error === null) return count;
    return count + ("type" in error && typeof error.type === "string" ? 1 : countErrors(error));
  }, 0);
}
