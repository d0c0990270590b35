"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { type FieldValues, useController } from "react-hook-form";
import { classNames } from "@/lib/class-names";
import { type ControlIds, controlClass, Field } from "./field";
import { useFieldSentence } from "./form";
import type { FormControl } from "./text-field";

export type SelectOption<Value extends string> = { value: Value; label: string };

type SelectProps<Value extends string> = {
  value: Value | null;
  onChange(value: Value | null): void;
  options: readonly SelectOption<Value>[];
  /** What stands there while nothing is chosen; with `isClearable` also the first entry of the list. */
  placeholder: string;
  isClearable?: boolean;
  disabled?: boolean;
  /** Where there is no visible label, as in a row of filters. */
  "aria-label"?: string;
  ids?: ControlIds;
  onBlur?(): void;
  ref?: Ref<HTMLButtonElement>;
  className?: string;
};

/** One of a short, fixed list. */
export function Select<Value extends string>({
  value,
  onChange,
  options,
  placeholder,
  isClearable = false,
  disabled,
  ids,
  onBlur,
  ref,
  className,
  ...aria
}: SelectProps<Value>) {
  const items = isClearable ? [{ value: null, label: placeholder }, ...options] : options;
  return (
    <Base.Root items={items} value={value} onValueChange={onChange} disabled={disabled ?? false}>
      <Base.Trigger
        {...ids}
        {...aria}
        ref={ref}
        onBlur={onBlur}
        className={classNames(
          controlClass,
          "flex items-center justify-between gap-2 text-left select-none data-placeholder:text-ink-3",
          className,
        )}
      >
        <Base.Value placeholder={placeholder} className="truncate" />
        <Base.Icon className="text-ink-3">
          <ChevronDown aria-hidden className="size-4" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
          <Base.Popup className="max-h-[min(360px,var(--available-height))] min-w-[var(--anchor-width)] overflow-y-auto rounded-control border border-line bg-raised p-1 shadow-float outline-none transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0">
            <Base.List>
              {items.map((item) => (
                <Base.Item key={item.value ?? ""} value={item.value} className={optionClass}>
                  <Base.ItemText className="flex-1">{item.label}</Base.ItemText>
                  <Base.ItemIndicator className="text-accent">
                    <Check aria-hidden className="size-4" />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export const optionClass =
  "flex min-h-9 cursor-pointer items-center gap-2 rounded-small px-2.5 text-14 outline-none select-none data-highlighted:bg-hover";

type SelectFieldProps<Values extends FieldValues, Output, Value extends string> = FormControl<Values, Output> &
  Pick<SelectProps<Value>, "options" | "placeholder" | "isClearable" | "disabled"> & {
    label: ReactNode;
    hint?: ReactNode;
    optionalLabel?: string;
    className?: string;
  };

export function SelectField<Values extends FieldValues, Output, Value extends string>({
  control,
  name,
  label,
  hint,
  optionalLabel,
  className,
  ...select
}: SelectFieldProps<Values, Output, Value>) {
  const { field, fieldState } = useController({ control, name });
  const error = useFieldSentence(fieldState.error, field.value);
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      {...(optionalLabel && { optionalLabel })}
      {...(className && { className })}
    >
      {(ids) => (
        <Select
          {...select}
          ids={ids}
          ref={field.ref}
          value={field.value ?? null}
          onChange={field.onChange}
          onBlur={field.onBlur}
        />
      )}
    </Field>
  );
}
