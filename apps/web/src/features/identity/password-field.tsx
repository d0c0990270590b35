"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { type FieldValues, useController } from "react-hook-form";
import { IconButton } from "@/components/button";
import { controlClass, Field } from "@/components/field";
import { useFieldSentence } from "@/components/form";
import type { FormControl } from "@/components/text-field";

type Props<Values extends FieldValues, Output> = FormControl<Values, Output> & {
  label: string;
  hint?: ReactNode;
  autoComplete: "current-password" | "new-password";
};

/** A password that can be looked at before it is sent. */
export function PasswordField<Values extends FieldValues, Output>({
  control,
  name,
  label,
  hint,
  autoComplete,
}: Props<Values, Output>) {
  const t = useTranslations("components");
  const [isShown, setIsShown] = useState(false);
  const { field, fieldState } = useController({ control, name });
  const error = useFieldSentence(fieldState.error, field.value);
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <div className="relative">
          <input
            {...field}
            {...ids}
            value={field.value ?? ""}
            type={isShown ? "text" : "password"}
            autoComplete={autoComplete}
            className={`${controlClass} pr-11`}
          />
          <IconButton
            label={isShown ? t("hidePassword") : t("showPassword")}
            icon={isShown ? <EyeOff /> : <Eye />}
            aria-pressed={isShown}
            className="absolute inset-y-0 right-0.5 my-auto"
            onClick={() => setIsShown(!isShown)}
          />
        </div>
      )}
    </Field>
  );
}
