"use client";

import { errorSentence } from "@erp/contracts/errors";
import { fileType, MAX_FILE_BYTES } from "@erp/contracts/files";
import { Paperclip } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/button";
import { Field } from "@/components/field";

type EvidenceFieldProps = { file: File | null; onChange(file: File | null): void };

/** One file that shows the work. What is too large is said before anything is sent; the server looks again. */
export function EvidenceField({ file, onChange }: EvidenceFieldProps) {
  const t = useTranslations("quests.evidence");
  const components = useTranslations("components");
  const locale = useLocale();
  const error = isTooLarge(file) ? errorSentence("file.too-large", locale) : undefined;
  return (
    <Field label={t("label")} optionalLabel={components("optional")} hint={t("hint")} error={error}>
      {(ids) => (
        <span className="relative flex min-w-0 items-center gap-3">
          <input
            {...ids}
            type="file"
            accept={fileType.options.join(",")}
            onChange={({ target }) => onChange(target.files?.[0] ?? null)}
            className="peer sr-only"
          />
          {/* The browser's own button speaks the browser's language. */}
          <label
            htmlFor={ids.id}
            className={buttonClass("plain", "normal", "cursor-pointer peer-focus-visible:outline-2")}
          >
            <Paperclip aria-hidden />
            {t(file ? "change" : "choose")}
          </label>
          <span className="min-w-0 truncate text-13 text-ink-2">{file?.name}</span>
        </span>
      )}
    </Field>
  );
}

export function isTooLarge(file: File | null): boolean {
  return file !== null && file.size > MAX_FILE_BYTES;
}
