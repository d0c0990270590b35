"use client";

import type { PersonView } from "@erp/contracts/employees";
import { positionNames } from "@erp/contracts/roles";
import { useLocale } from "next-intl";
import { useState } from "react";
import { type FieldValues, useController } from "react-hook-form";
import { Avatar } from "@/components/avatar";
import { Combobox } from "@/components/combobox";
import { Field } from "@/components/field";
import { useFieldSentence } from "@/components/form";
import type { FormControl } from "@/components/text-field";
import { trpc } from "@/lib/trpc";
import { useSettled } from "@/lib/use-settled";
import { useDepartmentName } from "./department-name";

const MAX_OFFERED = 8;

type Props<Values extends FieldValues, Output> = FormControl<Values, Output> & {
  label: string;
  placeholder: string;
  initialPerson: PersonView | null;
};

/** Somebody of the company, found by typing. The form holds the id. */
export function PersonField<Values extends FieldValues, Output>({
  control,
  name,
  label,
  placeholder,
  initialPerson,
}: Props<Values, Output>) {
  const locale = useLocale();
  const departmentName = useDepartmentName();
  const { field, fieldState } = useController({ control, name });
  const [person, setPerson] = useState<PersonView | null>(initialPerson);
  const [text, setText] = useState("");
  const titleOf = ({ name: called, position }: PersonView) => `${called} ${positionNames[position][locale]}`;
  const search = useSettled(person && text === titleOf(person) ? "" : text.trim());
  const offered = trpc.employees.list.useQuery({ limit: MAX_OFFERED, ...(search && { search }) });
  const error = useFieldSentence(fieldState.error, field.value);
  return (
    <Field label={label} error={error}>
      {(ids) => (
        <Combobox<PersonView>
          ids={ids}
          ref={field.ref}
          value={person}
          items={offered.data?.items ?? []}
          isSearching={offered.isFetching}
          onSearch={setText}
          textOf={titleOf}
          placeholder={placeholder}
          renderItem={(each) => (
            <span className="flex items-center gap-2.5">
              <Avatar id={each.id} name={each.name} size="small" />
              {titleOf(each)}
              <span className="text-12 text-ink-3">{departmentName(each)}</span>
            </span>
          )}
          onChange={(chosen) => {
            setPerson(chosen);
            field.onChange(chosen?.id ?? null);
          }}
        />
      )}
    </Field>
  );
}
