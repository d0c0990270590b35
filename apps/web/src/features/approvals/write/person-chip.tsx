"use client";

import type { PersonView } from "@erp/contracts/employees";
import { X } from "lucide-react";
import { Avatar } from "@/components/avatar";
import { usePersonWords } from "../format/use-person-words";

/** Somebody chosen, with a way to take them out again. */
export function PersonChip({
  person,
  removeLabel,
  onRemove,
}: {
  person: PersonView;
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
