"use client";

import type { AuditEntryView } from "@erp/contracts/audit";
import { positionNames, roleNames } from "@erp/contracts/roles";
import { Settings } from "lucide-react";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import { type DetailLine, linesOf } from "./audit-detail";
import { actionKey } from "./use-action-options";

/** Who did it, what, to whom, when, and which values changed. */
export function AuditEntry({ entry }: { entry: AuditEntryView }) {
  const t = useTranslations("operations.audit");
  const format = useFormatter();
  const { actor, action, at, subject, subjectId, detail } = entry;
  return (
    <li className="flex gap-3 border-b border-line px-4 py-3 last:border-b-0">
      {actor ? (
        <Avatar id={actor.id} name={actor.name} />
      ) : (
        <span className="grid size-8 shrink-0 place-items-center rounded-full bg-hover text-ink-3">
          <Settings aria-hidden className="size-4" />
        </span>
      )}
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">{actor?.name ?? t("system")}</span>
          <span>{t(`actions.${actionKey(action)}`)}</span>
          <time dateTime={at.toISOString()} className="ml-auto text-12 whitespace-nowrap text-ink-3">
            {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
          </time>
        </p>
        <p className="text-13 text-ink-2">
          {t("of")}{" "}
          {subjectId ? (
            <Link href={`/people/${subjectId}`} className="text-accent underline-offset-4 hover:underline">
              {subject}
            </Link>
          ) : (
            <span className="break-all">{subject}</span>
          )}
        </p>
        <Details lines={linesOf(detail)} />
      </div>
    </li>
  );
}

function Details({ lines }: { lines: DetailLine[] }) {
  const t = useTranslations("operations.audit");
  const wordOf = useValueWord();
  if (lines.length === 0) return null;
  const fieldName = (field: string) => {
    const name = field.split(".").at(-1) ?? field;
    const key = `fields.${name}` as "fields.name";
    return t.has(key) ? t(key) : name;
  };
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-13">
      {lines.map(({ field, value, before }) => (
        <div key={field} className="flex min-w-0 gap-1.5">
          <dt className="shrink-0 text-ink-3">{fieldName(field)}</dt>
          <dd className="min-w-0 break-words">
            {before !== null && (
              <>
                <span className="sr-only">{t("before")}</span>
                <del className="text-ink-3">{wordOf(before)}</del> <span aria-hidden>→</span>{" "}
                <span className="sr-only">{t("after")}</span>
              </>
            )}
            {wordOf(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Ranks and roles in the reader's language; everything else as it was written down. */
function useValueWord(): (value: string) => string {
  const t = useTranslations("operations.audit");
  const locale = useLocale();
  const words: Record<string, Record<"ko" | "en", string>> = { ...positionNames, ...roleNames };
  return (value) => (value === "" ? t("nothing") : (words[value]?.[locale] ?? value));
}
