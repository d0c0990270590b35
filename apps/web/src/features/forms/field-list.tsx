"use client";

import { MAX_FORM_FIELDS } from "@erp/contracts/forms";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/components/button";
import { useAnnounce } from "@/components/live-region";
import { FieldEditor } from "./field-editor";
import { blankField, type FormContentControl } from "./form-content";

/** What the form asks for, in order. */
export function FieldList({ control }: { control: FormContentControl }) {
  const t = useTranslations("forms.editor");
  const announce = useAnnounce();
  const { fields, append, move, remove } = useFieldArray({ control, name: "fields" });
  const moveTo = (from: number, to: number) => {
    if (to < 0 || to >= fields.length) return;
    move(from, to);
    announce(t("moved", { number: to + 1 }));
  };
  return (
    <>
      <ol className="grid gap-3">
        {fields.map(({ id }, index) => (
          <FieldEditor
            key={id}
            control={control}
            index={index}
            isOnly={fields.length === 1}
            onMove={(by) => moveTo(index, index + by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <Button
        className="justify-self-start"
        disabled={fields.length >= MAX_FORM_FIELDS}
        onClick={() => append(blankField(), { focusName: `fields.${fields.length}.label.ko` })}
      >
        <Plus aria-hidden />
        {t("addField")}
      </Button>
    </>
  );
}
