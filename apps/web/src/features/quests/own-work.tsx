"use client";

import type { QuestView, WorkView } from "@erp/contracts/quests";
import { Flag, Gift, Hand } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Celebration } from "@/components/celebration";
import { useToast } from "@/components/toast";
import { trpc } from "@/lib/trpc";
import { Refusal } from "./refusal";
import { RejectionNote } from "./rejection-note";
import { ReportDialog } from "./report-dialog";
import { useQuestAct } from "./use-quest-act";
import { useQuestWords } from "./use-quest-words";

/** The reader's own way through a quest: accept, report, see why it was rejected, take the reward. */
export function OwnWork({ quest, work }: { quest: QuestView; work: WorkView | undefined }) {
  const { perform, running, refusal } = useQuestAct();
  const [isReporting, setIsReporting] = useState(false);
  const [hasClaimed, setHasClaimed] = useState(false);
  const t = useTranslations("quests");
  const { days } = useQuestWords();
  const toast = useToast();
  const accept = trpc.quests.accept.useMutation();
  const claim = trpc.quests.claim.useMutation();
  const { id: questId, title, allowedActions, rewardHalfDays } = quest;
  const canAct = (["accept", "report", "claim"] as const).some((act) => allowedActions.includes(act));
  if (!canAct && !hasClaimed && refusal === null) return null;
  return (
    <div className="grid gap-2">
      {work?.state === "REJECTED" && <RejectionNote reason={work.reason ?? ""} />}
      {hasClaimed && <Celebration bursts sentence={t("claimed", { days: days(rewardHalfDays) })} />}
      {allowedActions.includes("accept") && (
        <Button
          busy={running === "accept"}
          onClick={() =>
            void perform(
              "accept",
              () => accept.mutateAsync({ questId }),
              () => toast.done(t("accepted", { title })),
            )
          }
        >
          <Hand aria-hidden />
          {t("accept")}
        </Button>
      )}
      {allowedActions.includes("report") && (
        <Button onClick={() => setIsReporting(true)}>
          <Flag aria-hidden />
          {t(work?.state === "REJECTED" ? "reportAgain" : "report")}
        </Button>
      )}
      {allowedActions.includes("claim") && (
        <Button
          look="primary"
          busy={running === "claim"}
          onClick={() =>
            void perform(
              "claim",
              () => claim.mutateAsync({ questId }),
              () => setHasClaimed(true),
            )
          }
        >
          <Gift aria-hidden />
          {t("claim")}
        </Button>
      )}
      <Refusal sentence={refusal} />
      {isReporting && <ReportDialog quest={quest} onClose={() => setIsReporting(false)} />}
    </div>
  );
}
