import type { FormField } from "@erp/contracts/approval-forms";
import { type CreateFormInput, type createFormInput, type OwnFormView, ownFieldKind } from "@erp/contracts/forms";
import type { LocalizedText } from "@erp/contracts/units";
import type { Control } from "react-hook-form";
import type { z } from "zod";

/** What the page of a form holds while somebody works on it. */
export type FormContent = z.input<typeof createFormInput>;
export type FormContentControl = Control<FormContent, unknown, CreateFormInput>;

export type FieldContent = FormContent["fields"][number];
export type OptionContent = FieldContent["options"][number];

export function blankOption(): OptionContent {
  return { key: null, label: blankText() };
}

export function blankField(): FieldContent {
  return { key: null, label: blankText(), kind: "line", required: true, options: [] };
}

/** A new form begins with one empty field; a stored one as it is in its newest version. */
export function contentOf(stored: OwnFormView | null): FormContent {
  if (stored === null) return { formCode: "", name: blankText(), description: blankText(), fields: [blankField()] };
  const { code, name, description, fields } = stored;
  return {
    formCode: code,
    name,
    description,
    fields: fields.map(({ key, label, kind, required, options = [] }) => ({
      key,
      label,
      kind: ownFieldKind.parse(kind),
      required,
      options,
    })),
  };
}

/** The fields as the writer will see them. A field of another kind is another one, for the preview forgets its value. */
export function previewedFields(fields: readonly FieldContent[], unnamed: string): FormField[] {
  const named = ({ ko, en }: LocalizedText) => ({ ko: ko || en || unnamed, en: en || ko || unnamed });
  return fields.map(({ label, kind, required, options }, index) => ({
    key: `${kind}-${index}`,
    label: named(label),
    kind,
    required,
    options: options.map((option, at) => ({ key: `${at}`, label: named(option.label) })),
  }));
}

function blankText(): LocalizedText {
  return { ko: "", en: "" };
}
