"use client";

import type { DirectoryEntry } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import { positionNames, roleNames } from "@erp/contracts/roles";
import { ArrowLeft, Mail } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/avatar";
import { buttonClass } from "@/components/button";
import { ErrorState } from "@/components/error-state";
import { Pill } from "@/components/pill";
import { SubstitutesSection } from "@/features/approvals/substitutes/substitutes-section";
import { useMe } from "@/features/shell/me";
import { trpc } from "@/lib/trpc";
import { useDepartmentName } from "./department-name";
import { EmployeeActs } from "./employee-acts";
import { EmployeeFile } from "./employee-file";
import { ProfileSkeleton } from "./profile-skeleton";

/** A colleague: what everybody may know, and for HR and the person's managers the file below it. */
export function Profile({ employeeId }: { employeeId: EmployeeId }) {
  const t = useTranslations("people.person");
  const { role } = useMe();
  const colleague = trpc.employees.colleague.useQuery({ employeeId });
  // A manager of another department is refused the file; for them, as for staff, there is only the card.
  const file = trpc.employees.view.useQuery({ employeeId }, { enabled: hasPermission(role, "employees:view-roster") });
  if (colleague.isPending) return <ProfileSkeleton />;
  if (colleague.isError)
    return (
      <ErrorState error={colleague.error} onRetry={() => colleague.refetch()} isRetrying={colleague.isRefetching} />
    );
  return (
    <>
      <Link href="/people" className="mb-3 inline-flex items-center gap-1.5 text-13 text-ink-2 hover:text-ink">
        <ArrowLeft aria-hidden className="size-4" />
        {t("back")}
      </Link>
      <ProfileHead person={file.data ?? colleague.data}>
        {file.data && hasPermission(role, "employees:manage") && <EmployeeActs employee={file.data} />}
      </ProfileHead>
      {file.data && <EmployeeFile employee={file.data} />}
      {file.data && hasPermission(role, "approvals:name-substitutes") && (
        <div className="mt-4">
          <SubstitutesSection employeeId={employeeId} />
        </div>
      )}
    </>
  );
}

function ProfileHead({ person, children }: { person: DirectoryEntry; children: ReactNode }) {
  const t = useTranslations("people");
  const locale = useLocale();
  const departmentName = useDepartmentName();
  return (
    <header className="mb-5 flex flex-wrap items-center gap-4 rounded-card border border-line bg-surface p-5">
      <Avatar id={person.id} name={person.name} size="large" />
      <div className="min-w-0 flex-1">
        <h1 className="flex flex-wrap items-center gap-x-2 gap-y-1 text-20 font-bold">
          {person.name}
          <span className="text-16 font-medium text-ink-2">{positionNames[person.position][locale]}</span>
          {person.status === "LEAVER" && <Pill meaning="neutral">{t("status.LEAVER")}</Pill>}
          {person.role !== "STAFF" && person.status === "ACTIVE" && (
            <Pill meaning="info">{roleNames[person.role][locale]}</Pill>
          )}
        </h1>
        <p className="text-ink-2">{departmentName(person)}</p>
        <p className="truncate text-13 text-ink-3">{person.email}</p>
      </div>
      <div className="flex flex-wrap gap-2 max-tablet:w-full">
        <a href={`mailto:${person.email}`} className={buttonClass("plain")}>
          <Mail aria-hidden />
          {t("person.write")}
        </a>
        {children}
      </div>
    </header>
  );
}
