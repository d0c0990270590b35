"use client";

import type { AuditEntryView } from "@erp/contracts/audit";
import { positionNames, roleNames } from "@erp/contracts/roles";
import { Settings } from "lucide-react";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import { type DetailLine, linesOf } from "./audit-detail";
import { actionKey } from "./use-action-options";

/** Without morning and afternoon, whose words server and browser do not always spell alike. */
const instantFormat = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

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
            {format.dateTime(at, instantFormat)}
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

/** Ranks, roles, kinds and instants as the reader knows them; everything else as it was written down. */
function useValueWord(): (value: string) => string {
  const t = useTranslations("operations.audit");
  const locale = useLocale();
  const format = useFormatter();
  const words: Record<string, Record<"ko" | "en", string>> = { ...positionNames, ...roleNames };
  return (value) => {
    if (value === "") return t("nothing");
    if (INSTANT.test(value)) return format.dateTime(new Date(value), instantFormat);
    const key = `values.${value}` as "values.COMPANY";
    if (/^[A-Z_]+$/.test(value) && t.has(key)) return t(key);
    return words[value]?.[locale] ?? value;
  };
}
