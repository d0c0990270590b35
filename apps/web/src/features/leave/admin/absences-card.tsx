"use client";

import type { EmployeeId } from "@erp/contracts/ids";
import type { AbsenceView } from "@erp/contracts/leave";
import { CalendarCheck, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, IconButton } from "@/components/button";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { Pill } from "@/components/pill";
import { SkeletonRows } from "@/components/skeleton";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import { trpc } from "@/lib/trpc";
import { useDayOfLeave } from "../format/use-day-of-leave";
import { RecordAbsenceDialog } from "./record-absence-dialog";
import { RemoveAbsenceDialog } from "./remove-absence-dialog";

/** What HR has recorded about days somebody was away without annual leave: the law's grants depend on it. */
export function AbsencesCard({ employeeId }: { employeeId: EmployeeId }) {
  const t = useTranslations("leave.absences");
  const [isRecording, setIsRecording] = useState(false);
  return (
    <Card
      title={t("title")}
      aria-label={t("title")}
      action={
        <Button size="small" onClick={() => setIsRecording(true)}>
          <Plus aria-hidden />
          {t("record")}
        </Button>
      }
    >
      <p className="mb-2 text-13 text-ink-3">{t("hint")}</p>
      <Absences employeeId={employeeId} />
      {isRecording && <RecordAbsenceDialog employeeId={employeeId} onClose={() => setIsRecording(false)} />}
    </Card>
  );
}

function Absences({ employeeId }: { employeeId: EmployeeId }) {
  const t = useTranslations("leave.absences");
  const [removed, setRemoved] = useState<AbsenceView | null>(null);
  const absences = trpc.leave.absences.useQuery({ employeeId });
  if (absences.isPending) return <SkeletonRows rows={3} label={t("loading")} />;
  if (absences.isLoadingError)
    return <ErrorState error={absences.error} onRetry={() => absences.refetch()} isRetrying={absences.isRefetching} />;
  if (absences.data.length === 0) return <EmptyState icon={CalendarCheck} sentence={t("empty")} />;
  return (
    <ul className="divide-y divide-line">
      {absences.data.map((absence) => (
        <AbsenceRow key={absence.day} absence={absence} onRemove={() => setRemoved(absence)} />
      ))}
      {removed && <RemoveAbsenceDialog employeeId={employeeId} absence={removed} onClose={() => setRemoved(null)} />}
    </ul>
  );
}

function AbsenceRow({ absence, onRemove }: { absence: AbsenceView; onRemove(): void }) {
  const t = useTranslations("leave.absences");
  const { day } = useDayOfLeave();
  const { named } = usePersonWords();
  return (
    <li className="flex items-center gap-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 text-14">
          {day(absence.day)}
          <Pill meaning={absence.kind === "PROTECTED" ? "neutral" : "waiting"}>{t(`kind.${absence.kind}`)}</Pill>
        </p>
        <p className="text-13 break-words text-ink-2">{absence.reason}</p>
        <p className="text-12 text-ink-3">{t("recordedBy", { person: named(absence.recordedBy) })}</p>
      </div>
      <IconButton label={t("remove", { day: day(absence.day) })} icon={<Trash2 />} onClick={onRemove} />
    </li>
  );
}
