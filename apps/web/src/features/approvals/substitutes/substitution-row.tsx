"use client";

import type { PersonView } from "@erp/contracts/employees";
import { periodWords, type SubstitutionState, type SubstitutionView } from "@erp/contracts/substitutions";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import { Button } from "@/components/button";
import { Pill, type PillMeaning } from "@/components/pill";
import { usePersonWords } from "../format/use-person-words";

const meanings: Record<SubstitutionState, PillMeaning> = {
  COMING: "info",
  STANDING: "info",
  RUNNING: "approved",
  ENDED: "neutral",
};

type SubstitutionRowProps = { substitution: SubstitutionView; person: PersonView; onEnd?(): void };

/** The other person, the days, why, and whether it holds; without `onEnd` it is not the reader's to end. */
export function SubstitutionRow({ substitution, person, onEnd }: SubstitutionRowProps) {
  const t = useTranslations("substitutes");
  const { named } = usePersonWords();
  const { period, reason, state } = substitution;
  const details = [period ? periodWords(period) : t("duringLeave"), reason].filter((part) => part !== "");
  return (
    <li className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 py-2.5">
      <Avatar id={person.id} name={person.name} />
      <span className="min-w-40 flex-1">
        <span className="block">{named(person)}</span>
        <span className="block text-13 text-ink-2">{details.join(" · ")}</span>
      </span>
      <Pill meaning={meanings[state]}>{t(`state.${state}`)}</Pill>
      {onEnd && state !== "ENDED" && (
        <Button size="small" onClick={onEnd} aria-label={t("endOf", { name: named(person) })}>
          {t("end")}
        </Button>
      )}
    </li>
  );
}
