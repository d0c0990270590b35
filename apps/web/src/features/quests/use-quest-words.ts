"use client";

import { startOfKoreanDay } from "@erp/contracts/dates";
import type { QuestView } from "@erp/contracts/quests";
import { useFormatter, useTranslations } from "next-intl";
import { countWork, isFull } from "./quest-columns";

/** How rewards, deadlines and the state of an offer are said. */
export function useQuestWords() {
  const t = useTranslations("quests");
  const format = useFormatter();
  return {
    reward: (halfDays: number) => t("reward", { days: halfDays / 2 }),
    days: (halfDays: number) => t("days", { days: halfDays / 2 }),
    /** "11월 30일까지 · 2 / 3명" */
    terms: ({ deadline, slots, accepted }: QuestView) => {
      const until = deadline && format.dateTime(startOfKoreanDay(deadline), { month: "long", day: "numeric" });
      return [until ? t("until", { date: until }) : null, slots === null ? null : t("places", { accepted, slots })]
        .filter((part) => part !== null)
        .join(" · ");
    },
    /** "2명 진행 · 1명 확인 대기", for who manages it. */
    progress: (quest: QuestView) => {
      const { active, waiting, done } = countWork(quest.work);
      const parts = [
        active > 0 ? t("progress.active", { count: active }) : null,
        waiting > 0 ? t("progress.waiting", { count: waiting }) : null,
        done > 0 ? t("progress.done", { count: done }) : null,
      ].filter((part) => part !== null);
      return parts.length > 0 ? parts.join(" · ") : t(isFull(quest) ? "full" : "progress.none");
    },
  };
}
