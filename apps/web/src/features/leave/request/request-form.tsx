"use client";

import type { PersonView } from "@erp/contracts/employees";
import { leaveDaysOf } from "@erp/contracts/leave-days";
import { CalendarDays, CircleAlert, Info } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { controlClass } from "@/components/field";
import { usePersonWords } from "@/features/approvals/format/use-person-words";
import type { DraftLine } from "@/features/approvals/write/line-changes";
import { sentenceOf } from "@/lib/api-error";
import { classNames } from "@/lib/class-names";
import { trpc } from "@/lib/trpc";
import { useDayOfLeave } from "../format/use-day-of-leave";
import { ChargePanel } from "./charge-panel";
import { LengthField } from "./length-field";
import { PartField } from "./part-field";
import type { LeaveWishState } from "./use-leave-wish";
import { useRequestLeave } from "./use-request-leave";

type RequestFormProps = { state: LeaveWishState; line: DraftLine; references: readonly PersonView[] };

const REASON_LENGTH = 500;

/** Beside the calendar: what was chosen, what it costs, why, and the way to send it. */
export function RequestForm({ state, line, references }: RequestFormProps) {
  const t = useTranslations("leave.request");
  const locale = useLocale();
  const reasonId = useId();
  const [reason, setReason] = useState("");
  const { data: balance } = trpc.leave.balance.useQuery({});
  const { send, isSending, refusal } = useRequestLeave();
  const { period } = useDayOfLeave();
  const { polite } = usePersonWords();
  const { selection, charge, isOutdated } = state;
  const isReady = charge !== null && charge.refusal === null && !isOutdated && line.length > 0;
  const problem = refusal ?? (state.error && sentenceOf(state.error, locale));
  return (
    <Card aria-label={t("chosen")} title={selection ? period(selection) : t("chosen")}>
      {balance && <Available days={leaveDaysOf(balance.availableMinutes, balance.dayMinutes)} />}
      {selection === null ? (
        <p className="flex items-center gap-2 py-4 text-ink-2">
          <CalendarDays aria-hidden className="size-5 text-ink-3" />
          {t("choose")}
        </p>
      ) : (
        <>
          <LengthField from={selection.from} state={state} />
          <PartField state={state} />
        </>
      )}
      {charge && balance && <ChargePanel charge={charge} dayMinutes={balance.dayMinutes} isOutdated={isOutdated} />}
      <div className="grid gap-1.5">
        <label htmlFor={reasonId} className="text-13 font-semibold text-ink-2">
          {t("reason")} <span className="font-normal text-ink-3">{t("reasonOptional")}</span>
        </label>
        <textarea
          id={reasonId}
          rows={2}
          maxLength={REASON_LENGTH}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          className={classNames(controlClass, "field-sizing-content max-h-40 py-2")}
        />
      </div>
      <p role="alert" className="flex items-start gap-1.5 text-13 text-no empty:hidden">
        {problem && <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />}
        {problem}
      </p>
      <Button
        look="primary"
        busy={isSending}
        disabled={!isReady}
        onClick={() => charge && balance && send({ charge, dayMinutes: balance.dayMinutes, reason, line, references })}
      >
        {line.length > 0 ? t("submitTo", { people: polite(line[0]?.approvers ?? []) }) : t("submit")}
      </Button>
      {line.length === 0 && <p className="text-12 text-ink-3">{t("noLine")}</p>}
    </Card>
  );
}

/** How much can be asked for; with nothing left, why nothing can. */
function Available({ days }: { days: number }) {
  const t = useTranslations("leave.request");
  if (days > 0) return <p className="text-13 text-ink-2">{t("available", { days })}</p>;
  return (
    <p className="flex items-start gap-1.5 rounded-control bg-info-soft px-3 py-2 text-13 text-info">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t("nothingLeft")}
    </p>
  );
}
