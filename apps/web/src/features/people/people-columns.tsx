"use client";

import type { DirectoryEntry, RosterEntry } from "@erp/contracts/employees";
import { positionNames, roleNames } from "@erp/contracts/roles";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { Avatar } from "@/components/avatar";
import type { TableColumn } from "@/components/data-table";
import { Pill } from "@/components/pill";
import { useDepartmentName } from "./department-name";

const wide = "hidden tablet:table-cell";
const wider = "hidden desktop:table-cell";
/** Short words; what they leave goes to the names. */
const narrow = "tablet:w-28";

type Widths = { department: string; position: string; email: string };
const roomy: Widths = { department: "tablet:w-[22%]", position: "tablet:w-[16%]", email: "tablet:w-[34%]" };
const dense: Widths = { department: "tablet:w-32", position: "tablet:w-24", email: "tablet:w-56" };

/** Name with a face, department, position, e-mail. On a phone the name carries the rest below it. */
export function useDirectoryColumns(widths = roomy): TableColumn<DirectoryEntry>[] {
  const t = useTranslations("people.columns");
  const locale = useLocale();
  const departmentName = useDepartmentName();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language only
  return useMemo(
    () => [
      { id: "name", header: t("name"), cell: ({ row }) => <PersonCell person={row.original} /> },
      {
        id: "department",
        header: t("department"),
        meta: { className: `${wide} ${widths.department}` },
        cell: ({ row }) => departmentName(row.original),
      },
      {
        id: "position",
        header: t("position"),
        meta: { className: `${wide} ${widths.position}` },
        cell: ({ row }) => positionNames[row.original.position][locale],
      },
      {
        id: "email",
        header: t("email"),
        meta: { className: `${wide} ${widths.email}` },
        cell: ({ row }) => <EmailLink email={row.original.email} />,
      },
    ],
    [locale, widths],
  );
}

/** The directory's columns and what managers and HR need beside them. */
export function useRosterColumns(): TableColumn<RosterEntry>[] {
  const t = useTranslations("people.columns");
  const locale = useLocale();
  const directory = useDirectoryColumns(dense);
  return useMemo(
    () => [
      ...(directory as TableColumn<RosterEntry>[]),
      {
        id: "role",
        header: t("role"),
        meta: { className: `${wider} ${narrow}` },
        cell: ({ row }) => roleNames[row.original.role][locale],
      },
      {
        id: "manager",
        header: t("manager"),
        meta: { className: `${wider} ${narrow}` },
        cell: ({ row }) => row.original.managerName ?? "–",
      },
      {
        id: "hireDate",
        header: t("hireDate"),
        meta: { className: `${wider} ${narrow}` },
        cell: ({ row }) => <Day date={row.original.hireDate} />,
      },
    ],
    [directory, locale, t],
  );
}

function PersonCell({ person }: { person: DirectoryEntry }) {
  const t = useTranslations("people.status");
  const locale = useLocale();
  const departmentName = useDepartmentName();
  return (
    <Link href={`/people/${person.id}`} className="flex min-w-0 items-center gap-3 rounded-small">
      <Avatar id={person.id} name={person.name} />
      <span className="min-w-0">
        <span className="flex items-center gap-2">
          <span className="truncate font-semibold">{person.name}</span>
          {person.status === "LEAVER" && <Pill meaning="neutral">{t("LEAVER")}</Pill>}
        </span>
        <span className="block truncate text-12 text-ink-3 tablet:hidden">
          {departmentName(person)} · {positionNames[person.position][locale]}
        </span>
      </span>
    </Link>
  );
}

function EmailLink({ email }: { email: string }) {
  return (
    <a href={`mailto:${email}`} className="block truncate text-ink-2 hover:text-accent hover:underline">
      {email}
    </a>
  );
}

/** A civil day, whatever zone the reader is in. */
export function Day({ date }: { date: string }) {
  const format = useFormatter();
  return (
    <time dateTime={date} className="whitespace-nowrap">
      {format.dateTime(new Date(`${date}T00:00:00Z`), {
        year: "numeric",
        month: "numeric",
        day: "numeric",
        timeZone: "UTC",
      })}
    </time>
  );
}
