"use client";

import type { EmployeeId } from "@erp/contracts/ids";
import { useState } from "react";
import { Combobox } from "@/components/combobox";
import { Field } from "@/components/field";
import { trpc } from "@/lib/trpc";
import { useSettled } from "@/lib/use-settled";

const MAX_OFFERED = 8;

/** One person a list is narrowed to, found by typing a name. The address holds the id; the name is read. */
export function PersonFilter({
  label,
  placeholder,
  personId,
  onChange,
}: {
  label: string;
  placeholder: string;
  personId: EmployeeId | null;
  onChange(id: EmployeeId | null): void;
}) {
  const [text, setText] = useState("");
  const chosen = trpc.employees.colleague.useQuery(
    { employeeId: personId as EmployeeId },
    { enabled: personId !== null },
  );
  const person = personId === null ? null : (chosen.data ?? null);
  const search = useSettled(text === person?.name ? "" : text.trim());
  const offered = trpc.employees.list.useQuery({ limit: MAX_OFFERED, ...(search && { search }) });
  return (
    <Field label={label}>
      {(ids) => (
        <Combobox
          ids={ids}
          value={person}
          items={offered.data?.items ?? []}
          isSearching={offered.isFetching}
          onSearch={setText}
          textOf={({ name }) => name}
          placeholder={placeholder}
          onChange={(found) => onChange(found?.id ?? null)}
        />
      )}
    </Field>
  );
}
