"use client";

import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { type FormControl, TextField } from "@/components/text-field";

/** The six digits of a mail; phones offer them from the message. */
export function CodeField<Values extends FieldValues, Output>(control: FormControl<Values, Output>) {
  const t = useTranslations("identity.fields");
  return (
    <TextField
      {...control}
      label={t("code")}
      hint={t("codeHint")}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
      autoFocus
      className="tracking-[0.3em]"
    />
  );
}
