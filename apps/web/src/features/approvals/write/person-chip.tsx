"use client";

import type { PersonView } from "@erp/contracts/employees";
import { ShieldCheck, X } from "lucide-react";
import { Avatar } from "@/components/avatar";
import { Tooltip } from "@/components/tooltip";
import { usePersonWords } from "../format/use-person-words";

/** Somebody chosen, with a way to take them out again. */
export function PersonChip({
  person,
  mark = null,
  removeLabel,
  onRemove,
}: {
  person: PersonView;
  /** Why this person stands here whoever writes; null for those the writer has chosen. */
  mark?: string | null;
  removeLabel: string;
  onRemove(): void;
}) {
  const { named, department } = usePersonWords();
  return (
    <span className="inline-flex max-w-full items-center gap-2 rounded-full border border-line bg-surface py-0.5 pr-0.5 pl-1">
      <Avatar id={person.id} name={person.name} size="small" />
      <span className="min-w-0 truncate text-13" title={department(person)}>
        {named(person)}
      </span>
      {mark && (
        <Tooltip content={mark}>
          <span className="shrink-0 text-accent">
            <ShieldCheck aria-hidden className="size-3.5" />
            <span className="sr-only">{mark}</span>
          </span>
        </Tooltip>
      )}
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="grid size-6 shrink-0 place-items-center rounded-full text-ink-3 hover:bg-hover hover:text-ink"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
