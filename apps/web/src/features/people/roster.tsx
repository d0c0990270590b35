"use client";

import { hasPermission } from "@erp/contracts/permissions";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { PageHeader } from "@/components/page-header";
import { useMe } from "@/features/shell/me";
import { trpc } from "@/lib/trpc";
import { FilterBar } from "./filter-bar";
import { InviteDialog } from "./invite-dialog";
import { useRosterColumns } from "./people-columns";
import { PeopleList, peoplePaging } from "./people-list";
import { RosterMenu } from "./roster-menu";
import { usePeopleFilters } from "./use-people-filters";

/** The people somebody answers for: HR everybody, a department head their own department and those below, to read. */
export function Roster() {
  const t = useTranslations("people.roster");
  const canManage = hasPermission(useMe().role, "employees:manage");
  const [isInviting, setIsInviting] = useState(false);
  const filtering = usePeopleFilters();
  const people = trpc.employees.roster.useInfiniteQuery(filtering.filters, peoplePaging);
  const invite = (
    <Button look="primary" onClick={() => setIsInviting(true)}>
      <UserPlus aria-hidden />
      {t("invite")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t(canManage ? "descriptionHr" : "descriptionManager")}
        actions={
          canManage && (
            <>
              <RosterMenu filters={filtering.filters} />
              {invite}
            </>
          )
        }
      />
      <FilterBar {...filtering} statuses={["ACTIVE", "LEAVER"]} />
      <PeopleList people={people} columns={useRosterColumns()} onClearFilters={filtering.clear} />
      <InviteDialog open={isInviting} onOpenChange={setIsInviting} />
    </>
  );
}
