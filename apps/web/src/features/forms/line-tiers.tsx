"use client";

import { type LineTier, MAX_LINE_TIERS } from "@erp/contracts/line-rules";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useController, useFieldArray } from "react-hook-form";
import { Button, IconButton } from "@/components/button";
import { Field } from "@/components/field";
import { Select } from "@/components/select";
import { AmountField } from "@/features/approvals/write/amount-field";
import { type LineRuleControl, managersChoices, managersOf } from "./line-rule-content";

type LineTiersProps = { control: LineRuleControl; hasAmount: boolean };

/** How many managers sign, by the document's amount where its form asks for one. */
export function LineTiers({ control, hasAmount }: LineTiersProps) {
  const t = useTranslations("forms.lineRule");
  const { fields, insert, remove } = useFieldArray({ control, name: "tiers" });
  if (!hasAmount) return <ManagersField control={control} index={0} label={t("managers")} />;
  const last = fields.length - 1;
  const added: LineTier = { belowKrw: null as never, managers: 1 };
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-13 font-semibold text-ink-2">{t("tiers")}</legend>
      <ol className="grid gap-2">
        {fields.map(({ id }, index) => (
          <li key={id} className="flex items-start gap-2 rounded-control border border-line bg-bg p-3">
            <div className="grid min-w-0 flex-1 gap-3 tablet:grid-cols-2">
              {index === last ? (
                <p className="self-center text-14 font-medium">{t(last === 0 ? "anyAmount" : "rest")}</p>
              ) : (
                <AmountField
                  control={control}
                  name={`tiers.${index}.belowKrw`}
                  label={t("below", { number: index + 1 })}
                />
              )}
              <ManagersField control={control} index={index} label={t("managersOf", { number: index + 1 })} />
            </div>
            {index === last ? (
              <span aria-hidden className="size-9 shrink-0" />
            ) : (
              <IconButton
                label={t("removeTier", { number: index + 1 })}
                icon={<Trash2 />}
                onClick={() => remove(index)}
              />
            )}
          </li>
        ))}
      </ol>
      <Button
        size="small"
        className="justify-self-start"
        disabled={fields.length >= MAX_LINE_TIERS}
        onClick={() => insert(last, added, { focusName: `tiers.${last}.belowKrw` })}
      >
        <Plus aria-hidden />
        {t("addTier")}
      </Button>
    </fieldset>
  );
}

type ManagersFieldProps = { control: LineRuleControl; index: number; label: string };

function ManagersField({ control, index, label }: ManagersFieldProps) {
  const t = useTranslations("forms.lineRule");
  const { field } = useController({ control, name: `tiers.${index}.managers` });
  return (
    <Field label={label}>
      {(ids) => (
        <Select
          ids={ids}
          value={String(field.value)}
          onChange={(choice) => choice !== null && field.onChange(managersOf(choice))}
          options={managersChoices.map((value) => ({
            value,
            label: value === "EVERYBODY" ? t("everybody") : t("count", { count: Number(value) }),
          }))}
          placeholder={label}
        />
      )}
    </Field>
  );
}
