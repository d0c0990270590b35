"use client";

import { type DocumentCard, documentPath } from "@erp/contracts/approvals";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/button";
import { CardError, CardMessage } from "@/components/card-message";
import { CardSkeleton } from "@/components/card-skeleton";
import { StatusPill } from "@/features/approvals/format/status-pill";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { useChangeFlash } from "@/features/realtime/use-change-flash";
import { classNames } from "@/lib/class-names";
import { trpc } from "@/lib/trpc";
import { DashboardCard } from "./dashboard-card";
import { StepProgress } from "./step-progress";

const SHOWN_DOCUMENTS = 4;

/** What the reader has submitted last, and how far it has come. */
export function MineCard() {
  const t = useTranslations("dashboard.mine");
  return (
    <DashboardCard href="/approvals/mine" linkLabel={t("link")} title={t("title")}>
      <MineRows />
    </DashboardCard>
  );
}

function MineRows() {
  const t = useTranslations("dashboard");
  const mine = trpc.approvals.list.useQuery({ box: "MINE", limit: SHOWN_DOCUMENTS });
  if (mine.isPending) return <CardSkeleton label={t("loading")} />;
  if (mine.isLoadingError)
    return <CardError error={mine.error} onRetry={() => mine.refetch()} isRetrying={mine.isRefetching} />;
  if (mine.data.items.length === 0) {
    return (
      <CardMessage
        title={t("mine.empty")}
        action={
          <ButtonLink size="small" href="/approvals/new">
            {t("mine.emptyAction")}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <ul className="divide-y divide-line">
      {mine.data.items.map((card) => (
        <MineRow key={card.id} card={card} />
      ))}
    </ul>
  );
}

function MineRow({ card }: { card: DocumentCard }) {
  const t = useTranslations("dashboard.mine");
  const format = useFormatter();
  const { polite } = usePersonWords();
  const flash = useChangeFlash(card.version);
  const { status, waitingFor, currentStep, stepCount, updatedAt, title, id } = card;
  const isRunning = status === "IN_PROGRESS";
  const words =
    isRunning && currentStep !== null
      ? t("turn", { step: currentStep, people: polite(waitingFor) })
      : t("closed", { date: format.dateTime(updatedAt, { month: "long", day: "numeric" }) });
  return (
    <li className={classNames("flex min-h-[61px] items-center gap-2.5 py-2", flash)}>
      <Link href={documentPath(id)} className="group min-w-0 flex-1 rounded-small">
        <span className="block truncate group-hover:underline">{title}</span>
        <span className="block truncate text-12 text-ink-3">{words}</span>
      </Link>
      {isRunning && <StepProgress current={currentStep} total={stepCount} />}
      <StatusPill status={status} />
    </li>
  );
}
