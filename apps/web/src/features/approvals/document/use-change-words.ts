"use client";

import type { DocumentForm } from "@erp/contracts/approval-forms";
import type { RevisionChange, SuggestedLine } from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import { useLocale, useTranslations } from "next-intl";
import { usePersonWords } from "../format/use-person-words";
import { useValueWords } from "../format/use-value-words";

export type ChangeWords = { label: string; before: string; after: string };

/** A change of a revision as people read it: the field, what it was, what it is. */
export function useChangeWords({ fields }: DocumentForm): (change: RevisionChange) => ChangeWords {
  const t = useTranslations("approvals");
  const locale = useLocale();
  const { named } = usePersonWords();
  const { valueWords } = useValueWords();
  const nothing = t("document.fields.empty");
  const people = (some: readonly PersonView[]) => some.map(named).join(", ") || nothing;
  const stepWords = ({ kind, approvers, dueInDays }: SuggestedLine[number]) => {
    const within = dueInDays === undefined ? "" : ` (${t("deadline.within", { days: dueInDays })})`;
    return `${t(`write.line.${kind}`)} ${people(approvers)}${within}`;
  };
  const steps = (line: SuggestedLine) => line.map(stepWords).join(" → ") || nothing;

  return (change) => {
    if (change.field === "title")
      return { label: t("write.documentTitle"), ...fromTo(change, (title: string) => title) };
    if (change.field === "line") return { label: t("write.line.title"), ...fromTo(change, steps) };
    if (change.field === "files") {
      const names = (files: readonly { name: string }[]) => files.map(({ name }) => name).join(", ") || nothing;
      return { label: t("files.title"), ...fromTo(change, names) };
    }
    if (change.field !== "value") return { label: t(`document.fields.${change.field}`), ...fromTo(change, people) };
    const field = fields.find(({ key }) => key === change.key);
    if (field === undefined) return { label: change.key, before: nothing, after: nothing };
    const value = (each: typeof change.before) => valueWords(field, each ?? undefined) ?? nothing;
    return { label: field.label[locale], ...fromTo(change, value) };
  };
}

function fromTo<Part>({ before, after }: { before: Part; after: Part }, words: (part: Part) => string) {
  return { before: words(before), after: words(after) };
}
