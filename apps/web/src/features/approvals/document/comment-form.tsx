"use client";

import { commentInput } from "@erp/contracts/approvals";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Button } from "@/components/button";
import { controlClass } from "@/components/field";
import { useFieldSentence, useSchemaForm, useSubmit } from "@/components/form";
import { classNames } from "@/lib/class-names";

const textInput = commentInput.pick({ text: true });

type CommentFormProps = {
  busy: boolean;
  inputRef: RefObject<HTMLTextAreaElement | null>;
  onComment(text: string): Promise<boolean>;
};

/** A few words on the document. What was typed stays until the server has taken it. */
export function CommentForm({ busy, inputRef, onComment }: CommentFormProps) {
  const t = useTranslations("approvals.commentForm");
  const form = useSchemaForm(textInput, { text: "" });
  const { ref, ...field } = form.register("text");
  const error = useFieldSentence(form.formState.errors.text, form.getValues("text"));
  const submit = useSubmit(form, async ({ text }) => {
    if (await onComment(text)) form.reset();
  });
  return (
    <form noValidate onSubmit={submit} className="mt-4 flex flex-wrap items-end gap-2 print:hidden">
      <textarea
        {...field}
        ref={(element) => {
          ref(element);
          inputRef.current = element;
        }}
        rows={1}
        aria-label={t("label")}
        aria-invalid={error !== undefined || undefined}
        placeholder={t("placeholder")}
        className={classNames(controlClass, "field-sizing-content max-h-60 min-w-40 flex-1 py-2")}
      />
      <Button type="submit" busy={busy} className="min-h-10">
        {busy ? t("sending") : t("send")}
      </Button>
      {error && (
        <p role="alert" className="basis-full text-12 text-no">
          {error}
        </p>
      )}
    </form>
  );
}
