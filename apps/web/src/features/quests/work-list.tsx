"use client";

import { evidencePath } from "@erp/contracts/files";
import type { QuestView, WorkView } from "@erp/contracts/quests";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/avatar";
import { Button } from "@/components/button";
import { useToast } from "@/components/toast";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { FileLink } from "@/features/files/file-link";
import { useChangeFlash } from "@/features/realtime/use-change-flash";
import { classNames } from "@/lib/class-names";
import { trpc } from "@/lib/trpc";
import { Refusal } from "./refusal";
import { RejectWorkDialog } from "./reject-work-dialog";
import { useQuestAct } from "./use-quest-act";
import { WorkPill } from "./work-pill";

/** The people on a quest and what they report, for who decides about it. */
export function WorkList({ quest, works }: { quest: QuestView; works: readonly WorkView[] }) {
  const t = useTranslations("quests");
  if (works.length === 0) return null;
  return (
    <ul aria-label={t("people", { title: quest.title })} className="divide-y divide-line border-t border-line">
      {works.map((work) => (
        <WorkRow key={work.person.id} quest={quest} work={work} />
      ))}
    </ul>
  );
}

function WorkRow({ quest, work }: { quest: QuestView; work: WorkView }) {
  const { named } = usePersonWords();
  const flash = useChangeFlash(work.updatedAt.getTime());
  const { person, state, note, evidence, reason } = work;
  return (
    <li className={classNames("grid gap-1.5 py-2 last:pb-0", flash)}>
      <span className="flex items-center gap-2">
        <Avatar id={person.id} name={person.name} size="small" />
        <span className="min-w-0 flex-1 truncate text-13">{named(person)}</span>
        <WorkPill state={state} />
      </span>
      {note && <span className="block text-13 whitespace-pre-line text-ink-2">“{note}”</span>}
      {evidence && <FileLink file={evidence} href={evidencePath(quest.id, person.id)} />}
      {state === "REJECTED" && reason && <span className="block text-12 text-no">{reason}</span>}
      {state === "WAITING_APPROVAL" && quest.allowedActions.includes("decide") && (
        <Decision quest={quest} work={work} />
      )}
    </li>
  );
}

function Decision({ quest: { id: questId, title }, work: { person } }: { quest: QuestView; work: WorkView }) {
  const t = useTranslations("quests");
  const { polite } = usePersonWords();
  const toast = useToast();
  const { perform, running, refusal } = useQuestAct();
  const [isRejecting, setIsRejecting] = useState(false);
  const approve = trpc.quests.approve.useMutation();
  const name = polite([person]);
  return (
    <div className="grid gap-1.5">
      <div className="flex gap-1.5">
        <Button
          size="small"
          look="primary"
          busy={running === "approve"}
          aria-label={t("approveWork", { name, title })}
          onClick={() =>
            void perform(
              "approve",
              () => approve.mutateAsync({ questId, employeeId: person.id }),
              () => toast.done(t("approved", { name })),
            )
          }
        >
          {t("approve")}
        </Button>
        <Button
          size="small"
          look="danger"
          aria-label={t("rejectWork", { name, title })}
          onClick={() => setIsRejecting(true)}
        >
          {t("reject")}
        </Button>
      </div>
      <Refusal sentence={refusal} />
      {isRejecting && <RejectWorkDialog questId={questId} person={person} onClose={() => setIsRejecting(false)} />}
    </div>
  );
}
