"use client";

import { koreanDate } from "@erp/contracts/dates";
import { useTranslations } from "next-intl";
import { classNames } from "@/lib/class-names";
import { usePersonWords } from "../format/use-person-words";
import type { Seal, SealMark } from "./seal-boxes";
import { sealName } from "./seal-name";

const circle = "grid size-12 place-items-center rounded-full leading-tight";

const looks: Record<SealMark, string> = {
  drafted: `${circle} -rotate-6 animate-appear border-2 border-seal font-bold text-seal`,
  approved: `${circle} -rotate-6 animate-appear border-2 border-seal font-bold text-seal`,
  rejected: `${circle} -rotate-6 animate-appear border-2 border-double border-no font-bold text-no grayscale-50`,
  current: "font-semibold text-wait",
  mine: "font-semibold text-wait",
  waiting: `${circle} border border-dashed border-line-strong text-ink-3`,
  spared: "text-ink-3",
  void: "text-ink-3",
};

/** One person's place in a box: the seal or what it waits for, and below it the date or the name. */
export function SealPlace({ seal }: { seal: Seal }) {
  const words = usePersonWords();
  const substitutes = useTranslations("substitutes");
  const deadline = useTranslations("approvals.deadline");
  const { person, mark, at, substitute, escalatedTo } = seal;
  const isSealed = mark === "approved" || mark === "drafted";
  const day = at && koreanDate(at).slice("2026-".length).replace("-", ".");
  return (
    <li className="grid" title={words.named(person)}>
      <span className="grid min-h-16 place-items-center">
        <span className={classNames("text-12", looks[mark])}>
          <SealFace seal={seal} />
        </span>
      </span>
      <span className="truncate border-t border-line px-1 text-12 text-ink-2">
        {isSealed && day ? <time dateTime={at.toISOString()}>{day}</time> : person.name}
      </span>
      {substitute && (
        <span className="truncate border-t border-line px-1 text-12 text-ink-2">
          {substitutes("decidedFor", { name: person.name })}
        </span>
      )}
      {escalatedTo && (
        <span title={words.named(escalatedTo)} className="truncate border-t border-line px-1 text-12 text-wait">
          {deadline("orManager", { name: escalatedTo.name })}
        </span>
      )}
    </li>
  );
}

/** A substitute's seal bears their own name, whose place it is stands below. */
function SealFace({ seal: { person, mark, substitute } }: { seal: Seal }) {
  const t = useTranslations("approvals.document.line");
  const substitutes = useTranslations("substitutes");
  if (mark !== "approved" && mark !== "drafted") return <span>{t(mark)}</span>;
  return (
    <>
      <span className="sr-only">
        {substitute
          ? substitutes("sealed", { name: substitute.name, principal: person.name })
          : t(mark, { name: person.name })}
      </span>
      <span aria-hidden>
        {sealName((substitute ?? person).name).map((part) => (
          <span key={part} className="block">
            {part}
          </span>
        ))}
      </span>
    </>
  );
}
