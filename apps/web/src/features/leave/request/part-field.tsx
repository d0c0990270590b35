"use client";

import type { LeavePart } from "@erp/contracts/leave";
import { useTranslations } from "next-intl";
import { Select } from "@/components/select";
import { classNames } from "@/lib/class-names";
import type { LeaveWishState } from "./use-leave-wish";

type Choice = { name: "whole" | "morning" | "afternoon" | "quarter" | "hours"; part: LeavePart };

const choices: readonly Choice[] = [
  { name: "whole", part: { kind: "FULL" } },
  { name: "morning", part: { kind: "HALF", half: "AM" } },
  { name: "afternoon", part: { kind: "HALF", half: "PM" } },
  { name: "quarter", part: { kind: "QUARTER", quarter: 1 } },
  { name: "hours", part: { kind: "HOURS", startHour: 0, hours: 1 } },
];

/** How much of a single day; of several days only the last can be half. */
export function PartField({ state }: { state: LeaveWishState }) {
  const t = useTranslations("leave.request");
  const { selection, part, endsWithHalf } = state;
  if (selection === null) return null;
  if (selection.from !== selection.to) {
    const isHalf = endsWithHalf || (state.charge?.time.endsWithHalf ?? false);
    return (
      <label className="flex min-h-9 items-center gap-2">
        <input
          type="checkbox"
          checked={isHalf}
          onChange={(event) => state.chooseEnd(event.target.checked)}
          className="size-4 accent-accent"
        />
        {t("endsWithMorning")}
      </label>
    );
  }
  const chosen = state.wish?.kind === "DAYS" ? (state.charge?.time.part ?? part) : part;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-13 font-semibold text-ink-2">{t("part")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {choices.map(({ name, part: each }) => (
          <label
            key={name}
            className={classNames(
              "inline-flex min-h-9 cursor-pointer items-center rounded-control border px-3 text-13 font-semibold has-focus-visible:outline-2",
              isSameChoice(each, chosen) ? "border-accent bg-accent-soft text-accent" : "border-line-strong bg-raised",
            )}
          >
            <input
              type="radio"
              name="part"
              checked={isSameChoice(each, chosen)}
              onChange={() => state.choosePart(each)}
              className="sr-only"
            />
            {t(`parts.${name}`)}
          </label>
        ))}
      </div>
      <PartDetail part={chosen} onChange={state.choosePart} />
    </fieldset>
  );
}

function PartDetail({ part, onChange }: { part: LeavePart; onChange(part: LeavePart): void }) {
  const t = useTranslations("leave.request");
  if (part.kind === "QUARTER") {
    return (
      <NumberSelect
        label={t("quarter")}
        value={part.quarter}
        numbers={[1, 2, 3, 4]}
        word={(quarter) => t("quarterOf", { quarter })}
        onChange={(quarter) => onChange({ kind: "QUARTER", quarter })}
      />
    );
  }
  if (part.kind !== "HOURS") return null;
  return (
    <div className="grid grid-cols-2 gap-2">
      <NumberSelect
        label={t("startHour")}
        value={part.startHour}
        numbers={[0, 1, 2, 3, 4, 5, 6, 7]}
        word={(hour) => (hour === 0 ? t("fromBeginning") : t("afterHours", { hours: hour }))}
        onChange={(startHour) => onChange({ ...part, startHour, hours: Math.min(part.hours, 8 - startHour) })}
      />
      <NumberSelect
        label={t("hours")}
        value={part.hours}
        numbers={Array.from({ length: 8 - part.startHour }, (_, index) => index + 1)}
        word={(hours) => t("hoursLong", { hours })}
        onChange={(hours) => onChange({ ...part, hours })}
      />
    </div>
  );
}

type NumberSelectProps = {
  label: string;
  value: number;
  numbers: readonly number[];
  word(number: number): string;
  onChange(number: number): void;
};

function NumberSelect({ label, value, numbers, word, onChange }: NumberSelectProps) {
  return (
    <Select
      aria-label={label}
      placeholder={label}
      value={String(value)}
      options={numbers.map((number) => ({ value: String(number), label: word(number) }))}
      onChange={(next) => next !== null && onChange(Number(next))}
    />
  );
}

function isSameChoice(one: LeavePart, other: LeavePart): boolean {
  return one.kind === other.kind && (one.kind !== "HALF" || other.kind !== "HALF" || one.half === other.half);
}
