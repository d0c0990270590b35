"use client";

import { type FieldMessage, fieldMessageOf, fieldMessages } from "@erp/contracts/field-messages";
import { zodResolver } from "@hookform/resolvers/zod";
import { CircleAlert } from "lucide-react";
import { useLocale } from "next-intl";
import { type ReactNode, type SubmitEvent, useRef } from "react";
import {
  type DefaultValues,
  type FieldError,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
  useForm,
} from "react-hook-form";
import type { z } from "zod";
import { refusalOf, sentenceOf } from "@/lib/api-error";

type FormSchema = z.ZodType<FieldValues, FieldValues>;

/** A form checked by the same schema as the server's. */
export function useSchemaForm<Schema extends FormSchema>(
  schema: Schema,
  defaultValues: DefaultValues<z.input<Schema>>,
): UseFormReturn<z.input<Schema>, unknown, z.output<Schema>> {
  return useForm<z.input<Schema>, unknown, z.output<Schema>>({ resolver: zodResolver(schema), defaultValues });
}

/**
 * Runs the act with the checked values, one at a time. A refusal of the server is shown at its fields, or above the
 * buttons where it concerns the whole form.
 */
export function useSubmit<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  act: (values: Output) => Promise<void>,
) {
  const locale = useLocale();
  const isRunning = useRef(false);
  return async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    // A form inside a dialog inside a form: the outer one must not hear of it.
    event.stopPropagation();
    if (isRunning.current) return;
    isRunning.current = true;
    form.clearErrors("root");
    await form.handleSubmit((values) =>
      act(values).catch((error: unknown) => showRefusal(form, error, sentenceOf(error, locale))),
    )(event);
    isRunning.current = false;
  };
}

function showRefusal<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  error: unknown,
  sentence: string,
): void {
  const fields = Object.entries(refusalOf(error).fields).filter(
    ([path]) => form.getValues(path as FieldPath<Values>) !== undefined,
  );
  for (const [index, [path, message]] of fields.entries()) {
    form.setError(path as FieldPath<Values>, { type: "server", message }, { shouldFocus: index === 0 });
  }
  if (fields.length === 0) form.setError("root.server", { type: "server", message: sentence });
}

type FormProps<Values extends FieldValues, Output> = {
  form: UseFormReturn<Values, unknown, Output>;
  onSubmit(event: SubmitEvent<HTMLFormElement>): void;
  children: ReactNode;
  /** The buttons; the refusal of the whole form stands above them. */
  actions: ReactNode;
  className?: string;
};

export function Form<Values extends FieldValues, Output>({
  form,
  onSubmit,
  children,
  actions,
  className = "grid gap-4",
}: FormProps<Values, Output>) {
  const refusal = form.formState.errors.root?.server?.message;
  return (
    // Our own sentences instead of the browser's.
    <form noValidate onSubmit={onSubmit} className={className}>
      {children}
      <div role="alert" className="col-span-full empty:hidden">
        {refusal && (
          <p className="flex items-start gap-1.5 rounded-control bg-no-soft px-3 py-2 text-13 text-no">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {refusal}
          </p>
        )}
      </div>
      {actions}
    </form>
  );
}

/** The sentence under a field. Whatever a schema says about an empty value, to the person it is simply required. */
export function useFieldSentence(error: FieldError | undefined, value: unknown): string | undefined {
  const locale = useLocale();
  if (!error) return undefined;
  const isEmpty = value === undefined || value === null || value === "";
  const key: FieldMessage = isEmpty && error.type !== "server" ? "text.required" : fieldMessageOf(error.message);
  return fieldMessages[key][locale];
}
