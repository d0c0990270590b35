"use client";

import { documentPath } from "@erp/contracts/approvals";
import type { CorrectionView } from "@erp/contracts/attendance";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { CardError, CardMessage } from "@/components/card-message";
import { SkeletonRows } from "@/components/skeleton";
import { StatusPill } from "@/features/approvals/format/status-pill";
import { trpc } from "@/lib/trpc";
import { CorrectionDialog } from "./correction-dialog";
import { useDayWords } from "./use-day-words";

const SHOWN = 5;

/** What the reader has asked to be corrected, and how far it is. */
export function CorrectionsCard() {
  const t = useTranslations("attendance.correction");
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Card
      title={t("listTitle")}
      aria-label={t("listTitle")}
      action={
        <Button size="small" onClick={() => setIsAsking(true)}>
          {t("ask")}
        </Button>
      }
    >
      <Corrections />
      {isAsking && <CorrectionDialog onClose={() => setIsAsking(false)} />}
    </Card>
  );
}

function Corrections() {
  const t = useTranslations("attendance.correction");
  const corrections = trpc.attendance.corrections.useQuery();
  if (corrections.isPending) return <SkeletonRows rows={2} label={t("loading")} />;
  if (corrections.isLoadingError) {
    const { error, refetch, isRefetching } = corrections;
    return <CardError error={error} onRetry={() => refetch()} isRetrying={isRefetching} />;
  }
  if (corrections.data.length === 0) return <CardMessage title={t("empty")} />;
  return (
    <ul className="divide-y divide-line">
      {corrections.data.slice(0, SHOWN).map((each) => (
        <Correction key={each.id} correction={each} />
      ))}
    </ul>
  );
}

function Correction({ correction }: { correction: CorrectionView }) {
  const t = useTranslations("attendance");
  const { day, time } = useDayWords();
  const { id, checkedInAt, checkedOutAt, status } = correction;
  const hours =
    checkedInAt && checkedOutAt
      ? t("period", { from: time(checkedInAt), to: time(checkedOutAt) })
      : t("correction.wasNotThere");
  return (
    <li className="flex items-center gap-3 py-2">
      <Link href={documentPath(id)} className="group min-w-0 flex-1 rounded-small">
        <span className="block truncate group-hover:underline">{day(correction.day)}</span>
        <span className="block truncate text-12 text-ink-3">{hours}</span>
      </Link>
      <StatusPill status={status} />
    </li>
  );
}
