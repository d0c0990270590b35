"use client";

import { type FieldValues, useController } from "react-hook-form";
import { controlClass, Field } from "@/components/field";
import { useFieldSentence } from "@/components/form";
import type { FormControl } from "@/components/text-field";

const MINUTES_PER_HOUR = 60;

/** People think of a week in hours; the form and the server count minutes. */
export function HoursField<Values extends FieldValues, Output>({
  control,
  name,
  label,
  hint,
}: FormControl<Values, Output> & { label: string; hint: string }) {
  const { field, fieldState } = useController({ control, name });
  const error = useFieldSentence(fieldState.error, field.value);
  const hours = typeof field.value === "number" && !Number.isNaN(field.value) ? field.value / MINUTES_PER_HOUR : "";
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <input
          {...ids}
          ref={field.ref}
          type="number"
          inputMode="decimal"
          min={1}
          max={52}
          step={0.5}
          defaultValue={hours}
          onBlur={field.onBlur}
          onChange={({ target }) =>
            field.onChange(target.value === "" ? null : Math.round(target.valueAsNumber * MINUTES_PER_HOUR))
          }
          className={controlClass}
        />
      )}
    </Field>
  );
}
