"use client";

import { type OwnFieldKind, ownFieldKind } from "@erp/contracts/forms";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { useController, useFieldArray } from "react-hook-form";
import { IconButton } from "@/components/button";
import { Field } from "@/components/field";
import { useFieldSentence } from "@/components/form";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { blankOption, type FormContentControl } from "./form-content";
import { OptionList } from "./option-list";

type FieldEditorProps = {
  control: FormContentControl;
  index: number;
  isOnly: boolean;
  /** One place up (-1) or down (1); at an end it stays. */
  onMove(by: -1 | 1): void;
  onRemove(): void;
};

/** One field of the form: its labels, its kind, and whether it must be filled in. */
export function FieldEditor({ control, index, isOnly, onMove, onRemove }: FieldEditorProps) {
  const t = useTranslations("forms.editor");
  const number = index + 1;
  const options = useFieldArray({ control, name: `fields.${index}.options` });
  const kind = useKind(control, index, (isChoice) => options.replace(isChoice ? [blankOption(), blankOption()] : []));
  const move = (by: -1 | 1) => (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget;
    onMove(by);
    // The field was taken out of the page and put back, which takes the focus from its button.
    requestAnimationFrame(() => button.focus());
  };
  return (
    <li className="grid gap-3 rounded-control border border-line bg-bg p-3">
      <div className="flex items-center gap-1">
        <span className="flex-1 text-13 font-semibold">{t("field", { number })}</span>
        <IconButton label={t("moveUp", { number })} icon={<ArrowUp />} onClick={move(-1)} />
        <IconButton label={t("moveDown", { number })} icon={<ArrowDown />} onClick={move(1)} />
        <IconButton
          label={t("removeField", { number })}
          icon={<Trash2 />}
          disabled={isOnly}
          className="disabled:opacity-40"
          onClick={onRemove}
        />
      </div>
      <div className="grid gap-3 tablet:grid-cols-2">
        <TextField control={control} name={`fields.${index}.label.ko`} label={t("labelKo")} maxLength={60} />
        <TextField control={control} name={`fields.${index}.label.en`} label={t("labelEn")} maxLength={60} />
        <Field label={t("kind")} error={kind.error}>
          {(ids) => (
            <Select<OwnFieldKind>
              ids={ids}
              value={kind.value}
              onChange={kind.change}
              options={ownFieldKind.options.map((value) => ({ value, label: t(`kinds.${value}`) }))}
              placeholder={t("kind")}
            />
          )}
        </Field>
        <RequiredBox control={control} index={index} />
      </div>
      {kind.value === "choice" && <OptionList control={control} index={index} options={options} />}
    </li>
  );
}

/** The kind of a field; its options come and go with it. */
function useKind(control: FormContentControl, index: number, onChange: (isChoice: boolean) => void) {
  const { field, fieldState } = useController({ control, name: `fields.${index}.kind` });
  const error = useFieldSentence(fieldState.error, field.value);
  const change = (kind: OwnFieldKind | null) => {
    if (kind === null || kind === field.value) return;
    field.onChange(kind);
    onChange(kind === "choice");
  };
  return { value: field.value, change, error };
}

function RequiredBox({ control, index }: Pick<FieldEditorProps, "control" | "index">) {
  const t = useTranslations("forms.editor");
  const { field } = useController({ control, name: `fields.${index}.required` });
  return (
    <label className="flex min-h-10 items-center gap-2 self-end text-14">
      <input
        ref={field.ref}
        type="checkbox"
        checked={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
        className="size-4.5 accent-accent"
      />
      {t("required")}
    </label>
  );
}
