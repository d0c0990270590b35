"use client";

import type { PersonView } from "@erp/contracts/employees";
import { useTranslations } from "next-intl";
import { PersonChip } from "./person-chip";
import { PersonSearch } from "./person-search";

type PeopleFieldProps = {
  kind: "references" | "readers";
  people: readonly PersonView[];
  onChange(people: PersonView[]): void;
};

/** References or readers: people beside the line. */
export function PeopleField({ kind, people, onChange }: PeopleFieldProps) {
  const t = useTranslations("approvals.write.people");
  const label = t(kind);
  return (
    <section aria-label={label} className="grid gap-2">
      <h3 className="text-13 font-semibold text-ink-2">
        {label} <span className="font-normal text-ink-3">{t(`${kind}Hint`)}</span>
      </h3>
      {people.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {people.map((person) => (
            <li key={person.id} className="max-w-full">
              <PersonChip
                person={person}
                removeLabel={t("remove", { name: person.name })}
                onRemove={() => onChange(people.filter(({ id }) => id !== person.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <PersonSearch
        label={t("add", { label })}
        without={people.map(({ id }) => id)}
        onPick={(person) => onChange([...people, person])}
      />
    </section>
  );
}
