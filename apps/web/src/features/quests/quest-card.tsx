"use client";

import { type QuestView, questPath } from "@erp/contracts/quests";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Pill } from "@/components/pill";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { useChangeFlash } from "@/features/realtime/use-change-flash";
import { useMe } from "@/features/shell/me";
import { classNames } from "@/lib/class-names";
import { OwnWork } from "./own-work";
import { isFull, othersWork, ownWork } from "./quest-columns";
import { QuestMenu } from "./quest-menu";
import { RewardPill } from "./reward-pill";
import { useQuestWords } from "./use-quest-words";
import { WorkList } from "./work-list";
import { WorkPill } from "./work-pill";

/** A quest on the board: what it is, what it earns, how far it is, and what the reader can do about it. */
export function QuestCard({ quest }: { quest: QuestView }) {
  const { id } = useMe();
  const flash = useChangeFlash(quest.version);
  const own = ownWork(quest, id);
  return (
    <li className={classNames("grid gap-2.5 rounded-card border border-line bg-surface p-4", flash)}>
      <QuestHead quest={quest} />
      <div className="grid gap-1">
        <Link href={questPath(quest.id)} scroll={false} className="rounded-small font-semibold hover:underline">
          {quest.title}
        </Link>
        {quest.description && <p className="line-clamp-2 text-13 text-ink-2">{quest.description}</p>}
        <QuestTerms quest={quest} />
      </div>
      <OwnWork quest={quest} work={own} />
      <WorkList quest={quest} works={othersWork(quest, id)} />
    </li>
  );
}

export function QuestHead({ quest }: { quest: QuestView }) {
  const t = useTranslations("quests");
  const own = ownWork(quest, useMe().id);
  return (
    <div className="flex items-center gap-1.5">
      <RewardPill halfDays={quest.rewardHalfDays} />
      {own && <WorkPill state={own.state} />}
      {quest.status !== "OPEN" && <Pill meaning="neutral">{t(`status.${quest.status}`)}</Pill>}
      {!own && quest.status === "OPEN" && isFull(quest) && <Pill meaning="neutral">{t("full")}</Pill>}
      <span className="ml-auto">
        <QuestMenu quest={quest} />
      </span>
    </div>
  );
}

export function QuestTerms({ quest }: { quest: QuestView }) {
  const { named } = usePersonWords();
  const { terms } = useQuestWords();
  return <p className="text-12 text-ink-3">{[named(quest.creator), terms(quest)].filter(Boolean).join(" · ")}</p>;
}
