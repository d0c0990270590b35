"use client";

import type { PersonView } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import { keepPreviousData } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Avatar } from "@/components/avatar";
import { Combobox } from "@/components/combobox";
import { trpc } from "@/lib/trpc";
import { useSettled } from "@/lib/use-settled";
import { usePersonWords } from "../format/use-person-words";

const OFFERED_PEOPLE = 10;

type PersonSearchProps = {
  label: string /** Who is chosen already, or cannot be. */;
  without: readonly EmployeeId[];
  onPick(person: PersonView): void;
};

/** Finds a colleague by typing; everybody who has left is left out. Empties itself for the next one. */
export function PersonSearch({ label, without, onPick }: PersonSearchProps) {
  const { named, department } = usePersonWords();
  const [text, setText] = useState("");
  const [picks, setPicks] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The emptied box is a new one; whoever types goes on in it.
    if (picks > 0) input.current?.focus();
  }, [picks]);
  const search = useSettled(text);
  const found = trpc.employees.list.useQuery(
    { search, status: "ACTIVE", limit: OFFERED_PEOPLE + without.length },
    { placeholderData: keepPreviousData },
  );
  const offered = (found.data?.items ?? []).filter(({ id }) => !without.includes(id)).slice(0, OFFERED_PEOPLE);
  return (
    <Combobox
      key={picks}
      ref={input}
      value={null}
      items={offered}
      onSearch={setText}
      isSearching={found.isFetching}
      onChange={(person) => {
        if (person === null) return;
        onPick({
          id: person.id,
          name: person.name,
          position: person.position,
          departmentNameKo: person.departmentNameKo,
          departmentNameEn: person.departmentNameEn,
        });
        setText("");
        setPicks((times) => times + 1);
      }}
      textOf={named}
      renderItem={(person) => (
        <span className="flex items-center gap-2.5">
          <Avatar id={person.id} name={person.name} size="small" />
          <span className="truncate">{named(person)}</span>
          <span className="truncate text-12 text-ink-3">{department(person)}</span>
        </span>
      )}
      placeholder={label}
      aria-label={label}
    />
  );
}
