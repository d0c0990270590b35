"use client";

import { useLocale } from "next-intl";

/** A department's name in the language of the page: `departmentName(person)`, or of the department itself. */
export function useDepartmentName() {
  const locale = useLocale();
  return (
    named: { departmentNameKo: string; departmentNameEn: string } | { nameKo: string; nameEn: string },
  ): string => {
    const [ko, en] =
      "nameKo" in named ? [named.nameKo, named.nameEn] : [named.departmentNameKo, named.departmentNameEn];
    return locale === "ko" ? ko : en;
  };
}
