"use client";

import type { HistoryEntryView, Verification } from "@erp/contracts/approvals";
import { Link2, Link2Off } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/lib/class-names";
import { usePersonWords } from "../format/use-person-words";

const SHOWN_HASH_LENGTH = 16;

type HashChainProps = { history: readonly HistoryEntryView[]; verification: Verification | undefined };

/** Every entry of the history with the beginning of its fingerprint; from the first that does not fit on, in red. */
export function HashChain({ history, verification }: HashChainProps) {
  const t = useTranslations("approvals.document");
  const { polite } = usePersonWords();
  const brokenFrom = verification?.firstBrokenSequence ?? null;
  const words = verification?.intact
    ? t("integrity.entries", { count: verification.entries })
    : brokenFrom && t("integrity.broken", { sequence: brokenFrom });
  return (
    <>
      {words && (
        <p className={classNames("mb-3 font-semibold", verification?.intact ? "text-info" : "text-no")}>{words}</p>
      )}
      {verification?.brokenFiles.map(({ name, problem }) => (
        <p key={name} className="mb-3 font-semibold text-no">
          {t(`integrity.file.${problem}`, { name })}
        </p>
      ))}
      <ol className="grid gap-2">
        {history.map(({ sequence, kind, actor, step, hash }) => {
          const isBroken = brokenFrom !== null && sequence >= brokenFrom;
          const Icon = isBroken ? Link2Off : Link2;
          return (
            <li key={sequence} className="flex items-center gap-2.5 text-13">
              <Icon aria-hidden className={classNames("size-4 shrink-0", isBroken ? "text-no" : "text-ink-3")} />
              <span className="min-w-0 flex-1 truncate">
                {t(`history.${kind}`, { name: actor ? polite([actor]) : t("history.system"), step: step ?? 0 })}
              </span>
              <code className="font-mono text-12 text-ink-3">{hash.slice(0, SHOWN_HASH_LENGTH)}</code>
            </li>
          );
        })}
      </ol>
    </>
  );
}
