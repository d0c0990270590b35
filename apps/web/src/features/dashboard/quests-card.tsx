"use client";

import { hasPermission } from "@erp/contracts/permissions";
import { type QuestView, questPath } from "@erp/contracts/quests";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { CardError, CardMessage } from "@/components/card-message";
import { CardSkeleton } from "@/components/card-skeleton";
import { BudgetMeter } from "@/features/quests/budget-meter";
import { byUrgency, columnOf, ownWork } from "@/features/quests/quest-columns";
import { RewardPill } from "@/features/quests/reward-pill";
import { useQuestWords } from "@/features/quests/use-quest-words";
import { useQuests } from "@/features/quests/use-quests";
import { useChangeFlash } from "@/features/realtime/use-change-flash";
import { useMe } from "@/features/shell/me";
import { classNames } from "@/lib/class-names";
import { DashboardCard } from "./dashboard-card";

const SHOWN_QUESTS = 3;

/** The quests the reader can do something about, and for managers what they have promised this month. */
export function QuestsCard() {
  const t = useTranslations("dashboard.quests");
  const { role } = useMe();
  return (
    <DashboardCard href="/quests" linkLabel={t("link")} title={t("title")}>
      <QuestRows />
      {hasPermission(role, "quests:create") && (
        <div className="mt-auto">
          <BudgetMeter />
        </div>
      )}
    </DashboardCard>
  );
}

function QuestRows() {
  const t = useTranslations("dashboard");
  const { id, role } = useMe();
  const { pages, quests } = useQuests();
  if (pages.isPending) return <CardSkeleton label={t("loading")} />;
  if (pages.isLoadingError)
    return <CardError error={pages.error} onRetry={() => pages.refetch()} isRetrying={pages.isRefetching} />;
  const shown = byUrgency(quests.filter((quest) => isUnderWay(quest, id))).slice(0, SHOWN_QUESTS);
  if (shown.length === 0)
    return (
      <CardMessage
        title={t("quests.empty")}
        action={
          hasPermission(role, "quests:create") && (
            <ButtonLink size="small" href="/quests">
              {t("quests.emptyAction")}
            </ButtonLink>
          )
        }
      />
    );
  return (
    <ul className="divide-y divide-line">
      {shown.map((quest) => (
        <QuestRow key={quest.id} quest={quest} />
      ))}
    </ul>
  );
}

/** Not over for the reader: somebody can still do something, if only take the reward. */
function isUnderWay(quest: QuestView, readerId: QuestView["creator"]["id"]): boolean {
  const column = columnOf(quest, readerId);
  return column !== null && (column !== "done" || quest.allowedActions.includes("claim"));
}

function QuestRow({ quest }: { quest: QuestView }) {
  const words = useStateWords(quest);
  const flash = useChangeFlash(quest.version);
  return (
    <li className={classNames("flex min-h-[61px] items-center gap-2.5 py-2", flash)}>
      <Link href={questPath(quest.id)} className="group min-w-0 flex-1 rounded-small">
        <span className="block truncate group-hover:underline">{quest.title}</span>
        <span className="block truncate text-12 text-ink-3">{words}</span>
      </Link>
      <RewardPill halfDays={quest.rewardHalfDays} />
    </li>
  );
}

/** What the reader's own work needs next; for the others how far the people are. */
function useStateWords(quest: QuestView): string {
  const t = useTranslations("dashboard.quests.own");
  const { progress, terms } = useQuestWords();
  const own = ownWork(quest, useMe().id);
  if (own) return t(own.state);
  const parts = [progress(quest), terms(quest)];
  return parts.filter(Boolean).join(" · ");
}
