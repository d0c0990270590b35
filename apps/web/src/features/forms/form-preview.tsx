"use client";

import { useLocale, useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import type { DraftContent } from "@/features/approvals/write/draft-content";
import { FormFields } from "@/features/approvals/write/form-fields";
import { type FormContentControl, previewedFields } from "./form-content";

/** The form as its writer will see it, in the language of this page; only to look at. */
export function FormPreview({ control }: { control: FormContentControl }) {
  const t = useTranslations("forms.editor");
  const locale = useLocale();
  const [name, description, fields] = useWatch({ control, name: ["name", "description", "fields"] });
  const nothingWritten = useForm<DraftContent>({ defaultValues: { values: {} } });
  return (
    <section
      aria-label={t("preview")}
      className="grid gap-4 rounded-card border border-line bg-surface p-4 desktop:sticky desktop:top-4"
    >
      <h2 className="text-14 font-semibold">{t("preview")}</h2>
      <div inert className="grid gap-4">
        <div>
          <p className="text-20 leading-7 font-bold">{name[locale] || t("unnamedForm")}</p>
          <p className="text-ink-2">{description[locale]}</p>
        </div>
        <FormFields
          template={{ fields: previewedFields(fields, t("unnamedField")) }}
          control={nothingWritten.control}
        />
      </div>
    </section>
  );
}
