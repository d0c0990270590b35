"use client";

import { type ImportReport, importColumns } from "@erp/contracts/employee-import";
import { fieldMessageOf, fieldMessages } from "@erp/contracts/field-messages";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

/** What a dry run says: that all is well, or what to mend on which line. */
export function ImportProblems({ report: { rows } }: { report: ImportReport }) {
  const t = useTranslations("people.import");
  const locale = useLocale();
  const wrong = rows.filter(({ problems }) => problems.length > 0);
  if (rows.length === 0) return <p className="text-ink-2">{t("empty")}</p>;
  if (wrong.length === 0)
    return (
      <p className="flex items-center gap-2 text-ok">
        <CircleCheck aria-hidden className="size-4.5 shrink-0" />
        {t("clean", { count: rows.length })}
      </p>
    );
  return (
    <div className="grid gap-2">
      <p className="flex items-center gap-2 text-no">
        <CircleAlert aria-hidden className="size-4.5 shrink-0" />
        {t("wrong", { count: wrong.length })}
      </p>
      <ul aria-label={t("problems")} className="max-h-64 overflow-y-auto rounded-control border border-line">
        {wrong.map(({ line, name, email, problems }) => (
          <li key={line} className="grid gap-0.5 border-b border-line px-3 py-2 text-13 last:border-b-0">
            <span className="flex flex-wrap gap-x-2">
              <span className="font-semibold">{t("line", { line })}</span>
              <span className="min-w-0 break-all text-ink-2">{[name, email].filter(Boolean).join(" · ")}</span>
            </span>
            {problems.map(({ column, message }) => (
              <span key={`${column} ${message}`}>
                {columnName(column, locale)}: {fieldMessages[fieldMessageOf(message)][locale]}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function columnName(column: string, locale: "ko" | "en"): string {
  return Object.hasOwn(importColumns, column) ? importColumns[column as keyof typeof importColumns][locale] : column;
}
