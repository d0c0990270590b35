"use client";

import { presence, type TeamMember } from "@erp/contracts/attendance";
import { useTranslations } from "next-intl";

/** "출근 7 · 휴가 1 · 미출근 1": how many are where, leaving out what is nobody. */
export function usePresenceSummary() {
  const t = useTranslations("attendance.presence");
  return (team: readonly TeamMember[]): string =>
    presence.options
      .map((each) => ({ each, count: team.filter((member) => member.presence === each).length }))
      .filter(({ count }) => count > 0)
      .map(({ each, count }) => `${t(each)} ${count}`)
      .join(" · ");
}
