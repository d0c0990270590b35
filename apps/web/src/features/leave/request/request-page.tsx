"use client";

import type { PersonView } from "@erp/contracts/employees";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/card";
import { PageHeader } from "@/components/page-header";
import { LineBuilder } from "@/features/approvals/write/line-builder";
import type { DraftLine } from "@/features/approvals/write/line-changes";
import { PeopleField } from "@/features/approvals/write/people-field";
import { useSuggestedLine } from "@/features/approvals/write/use-suggested-line";
import { MonthSwitch } from "@/features/attendance/month-switch";
import { useToday } from "@/features/attendance/use-today";
import { Page } from "@/features/shell/page";
import { monthsLater } from "@/lib/month";
import { LeaveTabs } from "../leave-tabs";
import { LeaveCalendar } from "./leave-calendar";
import { RequestForm } from "./request-form";
import { useLeaveWish } from "./use-leave-wish";

/** Asking for leave: days on the month, how much of them, what it costs, and who decides. */
export function RequestPage() {
  const t = useTranslations("leave.request");
  const [month, setMonth] = useState(useToday().slice(0, 7));
  const state = useLeaveWish();
  const [line, setLine] = useState<DraftLine>([]);
  const [references, setReferences] = useState<PersonView[]>([]);
  const suggestion = useSuggestedLine({
    formCode: "ANNUAL_LEAVE",
    amountKrw: null,
    line,
    isNew: true,
    onSuggest: setLine,
  });
  return (
    <Page>
      <PageHeader title={t("title")} description={t("hint")} />
      <LeaveTabs />
      <div className="grid items-start gap-3.5 desktop:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card
          aria-label={t("calendar")}
          title={t("calendar")}
          action={<MonthSwitch month={month} onChange={setMonth} />}
        >
          <LeaveCalendar
            month={month}
            selection={state.selection}
            onChoose={state.chooseDays}
            onLeaveMonth={(direction) => setMonth(monthsLater(month, direction))}
          />
        </Card>
        <div className="grid gap-3.5">
          <RequestForm state={state} line={line} references={references} />
          <Card>
            <LineBuilder line={line} error={undefined} suggestion={suggestion} onChange={setLine} />
            <hr className="my-2 border-line" />
            <PeopleField kind="references" people={references} onChange={setReferences} />
          </Card>
        </div>
      </div>
    </Page>
  );
}
