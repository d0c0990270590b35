"use client";

import type { RosterEntry } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import type { BalanceOfPerson } from "@erp/contracts/leave";
import { BookOpenText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ButtonLink } from "@/components/button";
import type { TableColumn } from "@/components/data-table";
import { PageHeader } from "@/components/page-header";
import { Skeleton } from "@/components/skeleton";
import { FilterBar } from "@/features/people/filter-bar";
import { PeopleList, peoplePaging } from "@/features/people/people-list";
import { usePeopleFilters } from "@/features/people/use-people-filters";
import { trpc } from "@/lib/trpc";
import { useLeaveWords } from "../format/use-leave-words";
import { PersonCell } from "./person-cell";

/** What everybody has left whom the reader answers for; each row leads to the person's ledger. */
export function Balances() {
  const t = useTranslations("leave.admin");
  const register = useTranslations("leave.register");
  const filtering = usePeopleFilters();
  const people = trpc.employees.roster.useInfiniteQuery(filtering.filters, peoplePaging);
  const pages = people.data?.pages ?? [];
  const reads = trpc.useQueries((api) =>
    pages.map(({ items }) => api.leave.balances({ employeeIds: items.map(({ id }) => id) })),
  );
  const balances = reads.flatMap(({ data }) => data ?? []);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("hint")}
        actions={
          <ButtonLink href="/admin/leave/register">
            <BookOpenText aria-hidden />
            {register("open")}
          </ButtonLink>
        }
      />
      <FilterBar {...filtering} statuses={["ACTIVE", "LEAVER"]} />
      <PeopleList people={people} columns={useColumns(balances)} onClearFilters={filtering.clear} />
    </>
  );
}

function useColumns(balances: readonly BalanceOfPerson[]): TableColumn<RosterEntry>[] {
  const t = useTranslations("leave.admin");
  const seen = JSON.stringify(balances);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of the same balances is no reason to build the table anew
  return useMemo(() => {
    const balanceOf = new Map<EmployeeId, BalanceOfPerson>(balances.map((each) => [each.employeeId, each]));
    return [
      { id: "name", header: t("person"), cell: ({ row }) => <PersonCell person={row.original} /> },
      {
        id: "available",
        header: t("available"),
        meta: { className: "w-32 text-right!" },
        cell: ({ row }) => <Amount balance={balanceOf.get(row.original.id)} part="availableMinutes" />,
      },
      {
        id: "held",
        header: t("held"),
        meta: { className: "hidden w-32 text-right! tablet:table-cell" },
        cell: ({ row }) => <Amount balance={balanceOf.get(row.original.id)} part="heldMinutes" />,
      },
    ];
  }, [seen, t]);
}

type AmountProps = { balance: BalanceOfPerson | undefined; part: "availableMinutes" | "heldMinutes" };

function Amount({ balance, part }: AmountProps) {
  const { leaveWords } = useLeaveWords();
  if (!balance) return <Skeleton className="ml-auto h-4 w-12" />;
  return leaveWords(balance[part], balance.dayMinutes);
}
