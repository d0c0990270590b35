"use client";

import { presence, type TeamCounts } from "@erp/contracts/attendance";
import { useTranslations } from "next-intl";

/** "출근 7 · 휴가 1 · 미출근 1": how many are where, leaving out what is nobody. */
export function usePresenceSummary() {
  const t = useTranslations("attendance.presence");
  return (counts: TeamCounts): string =>
    presence.options
      .filter((each) => counts[each] > 0)
      .map((each) => `${t(each)} ${counts[each]}`)
      .join(" · ");
}
