"use client";

import { positionNames } from "@erp/contracts/roles";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/avatar";
import type { CommandGroup } from "@/components/command-palette";
import { trpc } from "@/lib/trpc";
import { useSettled } from "@/lib/use-settled";
import { useDepartmentName } from "./department-name";

const MAX_PEOPLE = 6;

/** People whose name, e-mail or department fits what is typed into ⌘K. */
export function usePersonCommands(text: string, isOpen: boolean): CommandGroup {
  const t = useTranslations("shell.palette");
  const locale = useLocale();
  const router = useRouter();
  const departmentName = useDepartmentName();
  const search = useSettled(text.trim());
  const { data } = trpc.employees.list.useQuery(
    { search, limit: MAX_PEOPLE, status: "ACTIVE" },
    { enabled: isOpen && search !== "" },
  );
  const people = search === "" ? [] : (data?.items ?? []);
  return {
    label: t("people"),
    commands: people.map((person) => ({
      id: `person:${person.id}`,
      label: `${person.name} ${positionNames[person.position][locale]}`,
      detail: departmentName(person),
      icon: <Avatar id={person.id} name={person.name} size="small" />,
      run: () => router.push(`/people/${person.id}`),
    })),
  };
}
