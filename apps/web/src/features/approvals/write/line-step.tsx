"use client";

import { MAX_PEOPLE_PER_STEP, type Quorum, quorum, type StepKind, stepKind } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";
import { GripVertical, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { IconButton } from "@/components/button";
import { Select } from "@/components/select";
import { classNames } from "@/lib/class-names";
import { DeadlineChoice } from "./deadline-choice";
import type { DraftStep, LineChange } from "./line-changes";
import { PersonChip } from "./person-chip";
import { PersonSearch } from "./person-search";

type LineStepProps = {
  step: DraftStep;
  index: number;
  isDragged: boolean;
  /** Everybody who cannot be added: the people of the line and the writer. */
  taken: readonly EmployeeId[];
  /** Whom the form's rule names. */
  required: ReadonlySet<EmployeeId>;
  handle: ComponentProps<"button">;
  onChange(change: LineChange): void;
};

/** One step of the line being built: its people, its kind and, with several people, how many must agree. */
export function LineStep({ step, index, isDragged, taken, required, handle, onChange }: LineStepProps) {
  const t = useTranslations("approvals.write.line");
  const [isAdding, setIsAdding] = useState(false);
  const number = index + 1;
  const canGrow = step.approvers.length < MAX_PEOPLE_PER_STEP;
  return (
    <li
      className={classNames(
        "grid gap-2 rounded-control border border-line bg-raised p-2.5",
        isDragged && "border-accent shadow-float",
      )}
    >
      <div className="flex items-center gap-1.5">
        <IconButton
          {...handle}
          data-step-handle
          label={t("drag", { step: number })}
          icon={<GripVertical />}
          className="size-8 cursor-grab touch-none active:cursor-grabbing"
        />
        <span className="flex-1 text-13 font-semibold whitespace-nowrap">{t("step", { step: number })}</span>
        <span className="w-24 shrink-0">
          <Select<StepKind>
            aria-label={t("kind")}
            value={step.kind}
            onChange={(kind) => kind && onChange({ type: "set-kind", step: index, kind })}
            options={stepKind.options.map((value) => ({ value, label: t(value) }))}
            placeholder={t("kind")}
          />
        </span>
        <IconButton
          label={t("addToStep", { step: number })}
          icon={<UserPlus />}
          disabled={!canGrow}
          aria-expanded={isAdding}
          onClick={() => setIsAdding(!isAdding)}
          className="size-8 disabled:opacity-40"
        />
      </div>
      <ul className="flex flex-wrap gap-1.5">
        {step.approvers.map((person) => (
          <li key={person.id} className="max-w-full">
            <PersonChip
              person={person}
              mark={required.has(person.id) ? t("required") : null}
              removeLabel={t(required.has(person.id) ? "removeRequired" : "remove", { name: person.name })}
              onRemove={() => onChange({ type: "remove-person", step: index, personId: person.id })}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-1.5">
        <DeadlineChoice
          label={t("deadline", { step: number })}
          value={step.dueInDays}
          onChange={(dueInDays) => onChange({ type: "set-deadline", step: index, dueInDays })}
        />
        {step.approvers.length > 1 && (
          <QuorumChoice
            value={step.quorum}
            onChange={(chosen) => onChange({ type: "set-quorum", step: index, quorum: chosen })}
          />
        )}
      </div>
      {isAdding && canGrow && (
        <PersonSearch
          label={t("addToStep", { step: number })}
          without={taken}
          onPick={(person) => onChange({ type: "add-person", step: index, person })}
        />
      )}
    </li>
  );
}

function QuorumChoice({ value, onChange }: { value: Quorum; onChange(quorum: Quorum): void }) {
  const t = useTranslations("approvals.write.line");
  return (
    <span className="w-40">
      <Select<Quorum>
        aria-label={t("quorum")}
        value={value}
        onChange={(chosen) => chosen && onChange(chosen)}
        options={quorum.options.map((each) => ({ value: each, label: t(each) }))}
        placeholder={t("quorum")}
      />
    </span>
  );
}
