"use client";

import { MAX_CHOICE_OPTIONS } from "@erp/contracts/forms";
import { CircleAlert, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type UseFieldArrayReturn, useFormState } from "react-hook-form";
import { Button, IconButton } from "@/components/button";
import { useFieldSentence } from "@/components/form";
import { TextField } from "@/components/text-field";
import { blankOption, type FormContent, type FormContentControl } from "./form-content";

type OptionListProps = {
  control: FormContentControl;
  index: number;
  options: UseFieldArrayReturn<FormContent, `fields.${number}.options`>;
};

/** The answers that a field of kind `choice` offers. */
export function OptionList({ control, index, options: { fields, append, remove } }: OptionListProps) {
  const t = useTranslations("forms.editor");
  const { errors } = useFormState({ control, name: `fields.${index}.options` });
  const error = useFieldSentence(errors.fields?.[index]?.options?.root, fields);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-13 font-semibold text-ink-2">{t("options")}</legend>
      {fields.map(({ id }, at) => (
        <div key={id} className="flex items-end gap-2">
          <div className="grid min-w-0 flex-1 gap-2 tablet:grid-cols-2">
            {(["ko", "en"] as const).map((language) => (
              <TextField
                key={language}
                control={control}
                name={`fields.${index}.options.${at}.label.${language}`}
                label={t(language === "ko" ? "optionKo" : "optionEn", { number: at + 1 })}
                maxLength={60}
              />
            ))}
          </div>
          <IconButton label={t("removeOption", { number: at + 1 })} icon={<X />} onClick={() => remove(at)} />
        </div>
      ))}
      <p role="alert" className="flex items-start gap-1 text-12 text-no empty:hidden">
        {error && <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />}
        {error}
      </p>
      <Button
        size="small"
        className="justify-self-start"
        disabled={fields.length >= MAX_CHOICE_OPTIONS}
        onClick={() => append(blankOption(), { focusName: `fields.${index}.options.${fields.length}.label.ko` })}
      >
        <Plus aria-hidden />
        {t("addOption")}
      </Button>
    </fieldset>
  );
}
