"use client";

import type { CalendarDate } from "@erp/contracts/dates";
import { useTranslations } from "next-intl";
import { Field } from "@/components/field";
import { Select } from "@/components/select";
import { trpc } from "@/lib/trpc";
import type { LeaveWishState } from "./use-leave-wish";

/** So many days from the chosen one on; the list ends where the leave does. */
export function LengthField({ from, state }: { from: CalendarDate; state: LeaveWishState }) {
  const t = useTranslations("leave.request");
  const offered = trpc.leave.offeredDays.useQuery({ from });
  const days = offered.data ?? [];
  const chosen = state.wish?.kind === "DAYS" ? state.wish.days : null;
  return (
    <Field label={t("length")} hint={offered.data && days.length === 0 ? t("nothingOffered") : t("lengthHint")}>
      {(ids) => (
        <Select
          ids={ids}
          placeholder={t("chooseLength")}
          disabled={days.length === 0}
          value={chosen === null ? null : String(chosen)}
          options={days.map((each) => ({ value: String(each), label: t("days", { days: each }) }))}
          onChange={(value) => value !== null && state.chooseLength(from, Number(value))}
        />
      )}
    </Field>
  );
}
