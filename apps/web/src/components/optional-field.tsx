"use client";

import { type FieldValues, useController } from "react-hook-form";
import { controlClass, Field } from "./field";
import { useFieldSentence } from "./form";
import type { FormControl } from "./text-field";

type OptionalFieldProps<Values extends FieldValues, Output> = FormControl<Values, Output> & {
  type: "date" | "number";
  label: string;
  optionalLabel: string;
  hint?: string;
  min?: number | string;
  max?: number;
};

/** A day or a whole number that may be left out: empty is null, which is what schemas say for "none". */
export function OptionalField<Values extends FieldValues, Output>({
  control,
  name,
  type,
  label,
  optionalLabel,
  hint,
  ...limits
}: OptionalFieldProps<Values, Output>) {
  const { field, fieldState } = useController({ control, name });
  const error = useFieldSentence(fieldState.error, field.value);
  return (
    <Field label={label} optionalLabel={optionalLabel} hint={hint} error={error}>
      {(ids) => (
        <input
          {...ids}
          {...limits}
          ref={field.ref}
          type={type}
          inputMode={type === "number" ? "numeric" : undefined}
          defaultValue={field.value ?? ""}
          onBlur={field.onBlur}
          onChange={({ target }) => field.onChange(valueTyped(target, type))}
          className={controlClass}
        />
      )}
    </Field>
  );
}

function valueTyped({ value, valueAsNumber }: HTMLInputElement, type: "date" | "number"): string | number | null {
  if (value === "") return null;
  return type === "number" ? valueAsNumber : value;
}
