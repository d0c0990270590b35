"use client";

import type { DocumentId } from "@erp/contracts/ids";
import type { ColleagueOff } from "@erp/contracts/leave-requests";
import { CalendarX2, Wallet } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import { Skeleton } from "@/components/skeleton";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { trpc } from "@/lib/trpc";
import { useDayOfLeave } from "../format/use-day-of-leave";
import { useLeaveWords } from "../format/use-leave-words";

/** What an approver wants to know of a leave document: what the person has left then, and who else is away. */
export function LeaveContext({ documentId }: { documentId: DocumentId }) {
  const t = useTranslations("leave.context");
  const leave = trpc.leave.ofDocument.useQuery({ documentId });
  const others = trpc.leave.whoElseIsOff.useQuery({ documentId });
  const { leaveWords } = useLeaveWords();
  // The document stands for itself; without its surroundings it can still be decided.
  if (leave.isError || others.isError) return null;
  if (leave.isPending || others.isPending) return <ContextSkeleton label={t("loading")} />;
  const { request, availableMinutes, dayMinutes } = leave.data;
  return (
    <section aria-label={t("title")} className="mt-5 grid gap-3 rounded-control bg-bg px-3.5 py-3">
      <h3 className="text-13 font-semibold text-ink-2">{t("title")}</h3>
      <p className="flex items-center gap-2">
        <Wallet aria-hidden className="size-4 shrink-0 text-ink-3" />
        {t(request.status === "REQUESTED" ? "leftAfter" : "left", { words: leaveWords(availableMinutes, dayMinutes) })}
      </p>
      <div className="flex items-start gap-2">
        <CalendarX2 aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
        {others.data.length === 0 ? <p>{t("nobodyElse")}</p> : <OthersOff others={others.data} />}
      </div>
    </section>
  );
}

function OthersOff({ others }: { others: readonly ColleagueOff[] }) {
  const t = useTranslations("leave.context");
  const team = useTranslations("leave.team");
  const { named } = usePersonWords();
  const { day } = useDayOfLeave();
  return (
    <div className="grid min-w-0 gap-1.5">
      <p>{t("others", { count: others.length })}</p>
      <ul className="grid gap-1">
        {others.map(({ person, days }) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-2 text-13">
            <Avatar id={person.id} name={person.name} size="small" />
            <span>{named(person)}</span>
            <span className="text-ink-2">
              {days
                .map((off) => {
                  const part = off.part === "FULL" ? "" : ` ${team(`part.${off.part}`)}`;
                  return `${day(off.day)}${part}${off.isApproved ? "" : ` (${team("requested")})`}`;
                })
                .join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ContextSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="mt-5">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-24 rounded-control" />
    </div>
  );
}
