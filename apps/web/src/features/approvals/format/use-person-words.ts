"use client";

import type { PersonView } from "@erp/contracts/employees";
import { positionNames } from "@erp/contracts/roles";
import { useLocale, useTranslations } from "next-intl";

/** How people are named in sentences: "김도윤 사원", "박서연 부장님", "박서연 부장님 외 1명". */
export function usePersonWords() {
  const t = useTranslations("approvals.person");
  const locale = useLocale();
  const words = ({ name, position }: PersonView) => ({ name, position: positionNames[position][locale] });

  return {
    named: (person: PersonView) => t("named", words(person)),
    position: (person: PersonView) => positionNames[person.position][locale],
    department: (person: PersonView) => (locale === "ko" ? person.departmentNameKo : person.departmentNameEn),
    polite: (people: readonly PersonView[]) =>
      nameAll(
        people,
        (first) => t("polite", words(first)),
        (first, count) => t("politeMore", { ...words(first), count }),
      ),
    plain: (people: readonly PersonView[]) =>
      nameAll(
        people,
        (first) => t("named", words(first)),
        (first, count) => t("more", { ...words(first), count }),
      ),
  };
}

function nameAll(
  people: readonly PersonView[],
  one: (first: PersonView) => string,
  more: (first: PersonView, others: number) => string,
): string {
  const [first, ...others] = people;
  if (first === undefined) return "";
  return others.length === 0 ? one(first) : more(first, others.length);
}
