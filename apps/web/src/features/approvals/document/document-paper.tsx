"use client";

import type { DocumentForm, FormValue } from "@erp/contracts/approval-forms";
import type { DocumentStatus } from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeadlinePill } from "../format/deadline-pill";
import { StatusPill } from "../format/status-pill";
import { usePersonWords } from "../format/use-person-words";
import { useValueWords } from "../format/use-value-words";
import { RejectionNote } from "./rejection-note";
import type { SealLineOwner } from "./seal-boxes";
import { SealLine } from "./seal-line";

/** What the paper shows; a stored document has it, and so has a draft that is being written. */
export type PaperContent = SealLineOwner & {
  form: DocumentForm;
  number: string | null;
  title: string;
  status: DocumentStatus;
  values: Record<string, FormValue>;
  references: PersonView[];
  readers: PersonView[];
};

type DocumentPaperProps = { content: PaperContent; readerId: EmployeeId; badges?: ReactNode; children?: ReactNode };

/** A document as it would lie on the desk: form, number and title, the 결재란, and what was written. */
export function DocumentPaper({ content, readerId, badges, children }: DocumentPaperProps) {
  const t = useTranslations("approvals");
  const locale = useLocale();
  const dueAt = content.line.find(({ state }) => state === "OPEN")?.dueAt;
  return (
    <article className="rounded-card border border-line bg-surface px-4 py-5 tablet:px-6.5 tablet:py-5.5 print:border-0 print:p-0">
      <header className="flex flex-wrap items-start justify-between gap-x-5 gap-y-4">
        <div className="min-w-48 flex-1">
          <p className="text-12 text-ink-3">
            {[content.form.name[locale], content.number].filter((part) => part !== null).join(" · ")}
          </p>
          <h2 className="mt-1 mb-1.5 text-20 leading-7 font-bold">{content.title || t("list.untitled")}</h2>
          <p className="flex flex-wrap items-center gap-1.5">
            <StatusPill status={content.status} />
            {dueAt && <DeadlinePill dueAt={dueAt} />}
            {badges}
          </p>
        </div>
        <SealLine document={content} readerId={readerId} />
      </header>
      <RejectionNote content={content} />
      <PaperFields content={content} />
      {children}
    </article>
  );
}

function PaperFields({ content }: { content: PaperContent }) {
  const t = useTranslations("approvals.document.fields");
  const locale = useLocale();
  const { valueWords } = useValueWords();
  const { named, department, plain } = usePersonWords();
  const { requester, references, readers } = content;
  const rows = [
    { key: "requester", label: t("requester"), words: `${named(requester)} · ${department(requester)}` },
    ...content.form.fields.map((field) => ({
      key: field.key,
      label: field.label[locale],
      words: valueWords(field, content.values[field.key]) ?? (field.required ? t("empty") : null),
    })),
    ...[
      { key: "references", label: t("references"), people: references },
      { key: "readers", label: t("readers"), people: readers },
    ].map(({ key, label, people }) => ({
      key,
      label,
      words: people.length === 0 ? null : people.map((person) => plain([person])).join(", "),
    })),
  ];
  return (
    <dl className="mt-5 grid grid-cols-[72px_1fr] gap-x-3.5 gap-y-2 tablet:grid-cols-[96px_1fr]">
      {rows
        .filter(({ words }) => words !== null)
        .map(({ key, label, words }) => (
          <div key={key} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="whitespace-pre-wrap">{words}</dd>
          </div>
        ))}
    </dl>
  );
}
