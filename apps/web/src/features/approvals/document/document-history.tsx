"use client";

import type { HistoryEntryView } from "@erp/contracts/approvals";
import { CheckCheck, CornerDownRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import { RelativeTime } from "@/components/relative-time";
import { usePersonWords } from "../format/use-person-words";

/** Who did what and when, oldest first, with what they said. */
export function DocumentHistory({ history }: { history: readonly HistoryEntryView[] }) {
  const t = useTranslations("approvals.document.history");
  return (
    <section className="mt-5 border-t border-line pt-4">
      <h3 className="text-14 font-semibold">{t("title")}</h3>
      <ol className="mt-2.5 grid gap-2.5">
        {history.map((entry) => (
          <HistoryItem key={entry.sequence} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function HistoryItem({ entry }: { entry: HistoryEntryView }) {
  const t = useTranslations("approvals.document.history");
  const substitutes = useTranslations("substitutes");
  const { polite } = usePersonWords();
  const { kind, actor, onBehalfOf, step, text, at } = entry;
  const Icon = kind === "COMPLETED" ? CheckCheck : CornerDownRight;
  return (
    <li className="flex items-start gap-2.5">
      {actor ? (
        <Avatar id={actor.id} name={actor.name} size="small" />
      ) : (
        <span aria-hidden className="grid size-6 shrink-0 place-items-center text-ink-3">
          <Icon className="size-4" />
        </span>
      )}
      <div className="min-w-0 pt-0.5">
        <p className={actor ? undefined : "text-ink-2"}>
          {t(kind, { name: actor ? polite([actor]) : t("system"), step: step ?? 0 })}
          {onBehalfOf && ` (${substitutes("decidedFor", { name: polite([onBehalfOf]) })})`}{" "}
          <RelativeTime at={at} className="ml-1 text-12 text-ink-3" />
        </p>
        {text && <p className="mt-0.5 rounded-control bg-bg px-2.5 py-1.5 whitespace-pre-wrap">{text}</p>}
      </div>
    </li>
  );
}
