"use client";

import { useLocale } from "next-intl";
import { type ReactNode, useState } from "react";
import { type FieldValues, useController } from "react-hook-form";
import { controlClass, Field } from "@/components/field";
import { useFieldSentence } from "@/components/form";
import type { FormControl } from "@/components/text-field";
import { classNames } from "@/lib/class-names";
import { caretAfterGrouping, groupDigits, parseKrw, sayKrw } from "../format/amount-krw";

/** An amount in won: groups its digits, understands "128만", and says large amounts in words against lost zeros. */
export function AmountField<Values extends FieldValues, Output>({
  control,
  name,
  label,
  optionalLabel,
}: FormControl<Values, Output> & { label: ReactNode; optionalLabel?: string }) {
  const locale = useLocale();
  const { field, fieldState } = useController({ control, name });
  const error = useFieldSentence(fieldState.error, field.value);
  const value: unknown = field.value;
  const amountKrw = typeof value === "number" ? value : null;
  const [typed, setTyped] = useState(amountKrw === null ? "" : groupDigits(amountKrw));
  const said = locale === "ko" && amountKrw !== null ? sayKrw(amountKrw) : null;
  return (
    <Field label={label} hint={said} error={error} {...(optionalLabel && { optionalLabel })}>
      {(ids) => (
        <span className="relative block">
          <input
            {...ids}
            ref={field.ref}
            inputMode="numeric"
            autoComplete="off"
            placeholder="0"
            value={typed}
            onChange={({ target, nativeEvent }) => {
              const parsed = parseKrw(target.value);
              field.onChange(parsed ?? (target.value.trim() === "" ? null : Number.NaN));
              if (/^[\d,\s]*$/.test(target.value) && parsed !== null)
                groupInPlace(target, groupDigits(parsed), nativeEvent);
              setTyped(target.value);
            }}
            onBlur={() => {
              if (amountKrw !== null && !Number.isNaN(amountKrw)) setTyped(groupDigits(amountKrw));
              field.onBlur();
            }}
            className={classNames(controlClass, "pr-12 text-right")}
          />
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center text-13 text-ink-3"
          >
            {locale === "ko" ? "원" : "KRW"}
          </span>
        </span>
      )}
    </Field>
  );
}

/** Before React does: what it finds already shown it leaves alone, and with it the caret. */
function groupInPlace(input: HTMLInputElement, shown: string, event: Event): void {
  if (input.value === shown) return;
  const caret = caretAfterGrouping(input.value, input.selectionStart ?? input.value.length, shown);
  // Deleting forward steps over a separator, or the key would stick at it.
  const isForward = event instanceof InputEvent && event.inputType === "deleteContentForward";
  const place = isForward && shown[caret] === "," ? caret + 1 : caret;
  input.value = shown;
  input.setSelectionRange(place, place);
}
