"use client";

import type { EmployeeId } from "@erp/contracts/ids";
import { useTranslations } from "next-intl";
import { classNames } from "@/lib/class-names";
import { usePersonWords } from "../format/use-person-words";
import { type SealBox, type SealLineOwner, sealBoxes } from "./seal-boxes";
import { SealPlace } from "./seal-place";

/** The 결재란: a box for the drafter and one for every step, its people stacked. Everybody reads it at once. */
export function SealLine({ document, readerId }: { document: SealLineOwner; readerId: EmployeeId }) {
  const t = useTranslations("approvals.document.line");
  return (
    <ol aria-label={t("label")} className="flex shrink-0 flex-wrap pt-px pl-px">
      {sealBoxes(document, readerId).map((box) => (
        <SealBoxItem key={box.step} box={box} />
      ))}
    </ol>
  );
}

function SealBoxItem({ box }: { box: SealBox }) {
  const heading = useBoxHeading(box);
  const t = useTranslations("approvals.deadline");
  return (
    <li
      aria-current={box.isCurrent ? "step" : undefined}
      className={classNames(
        "relative -mt-px -ml-px flex w-[86px] flex-col border border-line-strong text-center",
        box.isCurrent && "z-1 outline-2 -outline-offset-1 outline-wait",
      )}
    >
      <span title={heading} className="truncate border-b border-line bg-bg px-1 py-0.5 text-12 text-ink-2">
        {heading}
      </span>
      <ul className="flex flex-1 flex-col divide-y divide-line">
        {box.seals.map((seal) => (
          <SealPlace key={seal.person.id} seal={seal} />
        ))}
      </ul>
      {box.dueInDays !== null && (
        <span className="truncate border-t border-line px-1 text-12 text-ink-2">
          {t("within", { days: box.dueInDays })}
        </span>
      )}
    </li>
  );
}

/** "기안", "부장", "합의", "결재 · 1인": what the box stands for. */
function useBoxHeading({ kind, quorum, seals }: SealBox): string {
  const t = useTranslations("approvals.document.line");
  const words = usePersonWords();
  if (kind === "DRAFT") return t("draft");
  const first = seals[0]?.person;
  const name = kind === "AGREEMENT" || first === undefined ? t("agreement") : words.position(first);
  return seals.length > 1
    ? t("several", { name: kind === "AGREEMENT" ? name : t("approval"), quorum: t(quorum === "ALL" ? "all" : "any") })
    : name;
}
