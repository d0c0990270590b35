"use client";

import {
  type ChoiceOption,
  type DocumentForm,
  type FormField,
  MAX_LINE_LENGTH,
  MAX_TEXT_LENGTH,
} from "@erp/contracts/approval-forms";
import { useLocale, useTranslations } from "next-intl";
import type { Control, FieldPath } from "react-hook-form";
import { SelectField } from "@/components/select";
import { TextArea, TextField } from "@/components/text-field";
import { AmountField } from "./amount-field";
import type { DraftContent } from "./draft-content";

export type DraftFieldProps = { control: Control<DraftContent>; name: FieldPath<DraftContent>; optionalLabel?: string };

type FormFieldsProps = { template: Pick<DocumentForm, "fields">; control: Control<DraftContent> };

/** The fields of a form template, each of its kind. */
export function FormFields({ template, control }: FormFieldsProps) {
  const t = useTranslations("components");
  return (
    <div className="grid gap-4 tablet:grid-cols-2">
      {template.fields.map((field) => (
        <div key={field.key} className={isShort(field) ? undefined : "tablet:col-span-2"}>
          <TemplateField
            field={field}
            control={control}
            name={`values.${field.key}`}
            {...(!field.required && { optionalLabel: t("optional") })}
          />
        </div>
      ))}
    </div>
  );
}

function TemplateField({ field, ...rest }: DraftFieldProps & { field: FormField }) {
  const locale = useLocale();
  const label = field.label[locale];
  const { kind } = field;
  const placeholder = field.placeholder?.[locale];
  if (kind === "amount-krw") return <AmountField {...rest} label={label} />;
  if (kind === "period") return <PeriodFields {...rest} label={label} />;
  if (kind === "date") return <TextField {...rest} label={label} type="date" />;
  if (kind === "choice") return <ChoiceField {...rest} label={label} options={field.options ?? []} />;
  if (kind === "line")
    return <TextField {...rest} label={label} placeholder={placeholder} maxLength={MAX_LINE_LENGTH} />;
  return (
    <TextArea {...rest} label={label} placeholder={placeholder} maxLength={MAX_TEXT_LENGTH} className="min-h-36" />
  );
}

type ChoiceFieldProps = DraftFieldProps & { label: string; options: readonly ChoiceOption[] };

function ChoiceField({ options, optionalLabel, ...rest }: ChoiceFieldProps) {
  const t = useTranslations("approvals.write");
  const locale = useLocale();
  return (
    <SelectField
      {...rest}
      {...(optionalLabel && { optionalLabel })}
      options={options.map(({ key, label }) => ({ value: key, label: label[locale] }))}
      placeholder={t("choose")}
      isClearable={optionalLabel !== undefined}
    />
  );
}

function PeriodFields({ label, control, name, optionalLabel }: DraftFieldProps & { label: string }) {
  const t = useTranslations("approvals.write");
  const ends = [
    { end: "from", words: t("from") },
    { end: "to", words: t("to") },
  ];
  return (
    <fieldset className="grid gap-3 tablet:grid-cols-2">
      <legend className="sr-only">{label}</legend>
      {ends.map(({ end, words }) => (
        <TextField
          key={end}
          control={control}
          name={`${name}.${end}` as FieldPath<DraftContent>}
          label={`${label} · ${words}`}
          type="date"
          {...(optionalLabel && { optionalLabel })}
        />
      ))}
    </fieldset>
  );
}

function isShort({ kind }: FormField): boolean {
  return kind === "amount-krw" || kind === "date" || kind === "choice";
}
