"use client";

import { evidencePath } from "@erp/contracts/files";
import type { QuestId } from "@erp/contracts/ids";
import { type QuestView, questPath } from "@erp/contracts/quests";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { ErrorState } from "@/components/error-state";
import { Sheet } from "@/components/sheet";
import { SkeletonRows } from "@/components/skeleton";
import { FileLink } from "@/features/files/file-link";
import { useReadNotifications } from "@/features/notifications/use-read-notifications";
import { useMe } from "@/features/shell/me";
import { trpc } from "@/lib/trpc";
import { OwnWork } from "./own-work";
import { QuestHead, QuestTerms } from "./quest-card";
import { othersWork, ownWork } from "./quest-columns";
import { WorkList } from "./work-list";

/** One quest beside the board, all of it; where notifications lead. Having it open reads what was said about it. */
export function QuestSheet({ questId, onClose }: { questId: QuestId; onClose(): void }) {
  const t = useTranslations("quests");
  const { readLink } = useReadNotifications();
  const read = useEffectEvent((id: QuestId) => readLink.mutate({ link: questPath(id) }));
  useEffect(() => read(questId), [questId]);
  const { data, isPending, isError, error, refetch, isRefetching } = trpc.quests.view.useQuery({ questId });
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title={data?.title ?? t("quest")}>
      {isPending && <SkeletonRows rows={3} label={t("loading")} />}
      {isError && <ErrorState error={error} onRetry={() => refetch()} isRetrying={isRefetching} />}
      {data && <QuestDetail quest={data} />}
    </Sheet>
  );
}

function QuestDetail({ quest }: { quest: QuestView }) {
  const t = useTranslations("quests");
  const { id } = useMe();
  const own = ownWork(quest, id);
  return (
    <div className="grid gap-4">
      <QuestHead quest={quest} />
      <p className="whitespace-pre-line">{quest.description || t("noDescription")}</p>
      <QuestTerms quest={quest} />
      {own?.note && (
        <section className="grid gap-1">
          <h3 className="text-13 font-semibold text-ink-2">{t("myReport")}</h3>
          <p className="whitespace-pre-line">“{own.note}”</p>
          {own.evidence && <FileLink file={own.evidence} href={evidencePath(quest.id, id)} />}
        </section>
      )}
      <OwnWork quest={quest} work={own} />
      <WorkList quest={quest} works={othersWork(quest, id)} />
    </div>
  );
}
