"use client";

import type { ComponentProps, ReactNode } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { classNames } from "@/lib/class-names";
import { controlClass, Field } from "./field";
import { useFieldSentence } from "./form";

export type FormControl<Values extends FieldValues, Output> = {
  control: Control<Values, unknown, Output>;
  name: FieldPath<Values>;
};

type Labels = { label: ReactNode; hint?: ReactNode; optionalLabel?: string; fieldClassName?: string };

type TextFieldProps<Values extends FieldValues, Output> = FormControl<Values, Output> &
  Labels &
  Omit<ComponentProps<"input">, "name" | "defaultValue" | "value" | "form">;

/** One line of text in a form: `<TextField control={form.control} name="email" label="이메일" type="email" />`. */
export function TextField<Values extends FieldValues, Output>({
  control,
  name,
  label,
  hint,
  optionalLabel,
  fieldClassName,
  className,
  ...rest
}: TextFieldProps<Values, Output>) {
  const { field, fieldState } = useController({ control, name });
  const error = useFieldSentence(fieldState.error, field.value);
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      {...(optionalLabel && { optionalLabel })}
      {...(fieldClassName && { className: fieldClassName })}
    >
      {(ids) => (
        <input
          {...rest}
          {...field}
          value={field.value ?? ""}
          {...ids}
          className={classNames(controlClass, className)}
        />
      )}
    </Field>
  );
}

type TextAreaProps<Values extends FieldValues, Output> = FormControl<Values, Output> &
  Labels &
  Omit<ComponentProps<"textarea">, "name" | "defaultValue" | "value" | "form">;

/** Several lines of text; grows with what is typed. */
export function TextArea<Values extends FieldValues, Output>({
  control,
  name,
  label,
  hint,
  optionalLabel,
  fieldClassName,
  className,
  rows = 3,
  ...rest
}: TextAreaProps<Values, Output>) {
  const { field, fieldState } = useController({ control, name });
  const error = useFieldSentence(fieldState.error, field.value);
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      {...(optionalLabel && { optionalLabel })}
      {...(fieldClassName && { className: fieldClassName })}
    >
      {(ids) => (
        <textarea
          {...rest}
          {...field}
          rows={rows}
          value={field.value ?? ""}
          {...ids}
          className={classNames(controlClass, "field-sizing-content max-h-80 py-2", className)}
        />
      )}
    </Field>
  );
}
