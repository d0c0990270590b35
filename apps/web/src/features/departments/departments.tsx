"use client";

import type { DepartmentView } from "@erp/contracts/employees";
import { Building2, Pencil, Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, IconButton } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { SkeletonRows } from "@/components/skeleton";
import { useDepartmentName } from "@/features/people/department-name";
import { trpc } from "@/lib/trpc";
import { CreateDepartmentDialog } from "./create-department-dialog";
import { flattenTree } from "./department-tree";
import { EditDepartmentDialog } from "./edit-department-dialog";

type Open = { act: "create"; parent: DepartmentView | null } | { act: "edit"; department: DepartmentView } | null;

export function Departments() {
  const t = useTranslations("departments");
  const [open, setOpen] = useState<Open>(null);
  const close = (isOpen: boolean) => !isOpen && setOpen(null);
  const create = (
    <Button look="primary" onClick={() => setOpen({ act: "create", parent: null })}>
      <Plus aria-hidden />
      {t("create")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={create} />
      <DepartmentTree
        onCreateBelow={(parent) => setOpen({ act: "create", parent })}
        onEdit={(department) => setOpen({ act: "edit", department })}
      />
      {open?.act === "create" && <CreateDepartmentDialog parent={open.parent} onOpenChange={close} />}
      {open?.act === "edit" && <EditDepartmentDialog department={open.department} onOpenChange={close} />}
    </>
  );
}

type TreeProps = { onCreateBelow(parent: DepartmentView): void; onEdit(department: DepartmentView): void };

function DepartmentTree(acts: TreeProps) {
  const t = useTranslations("departments");
  const components = useTranslations("components");
  const { data, isPending, isLoadingError, error, refetch, isRefetching } = trpc.departments.list.useQuery();
  if (isPending) return <SkeletonRows rows={5} label={components("loading")} />;
  if (isLoadingError) return <ErrorState error={error} onRetry={() => refetch()} isRetrying={isRefetching} />;
  if (data.length === 0) return <EmptyState icon={Building2} sentence={t("empty")} />;
  return (
    <ul aria-label={t("tree")} className="overflow-hidden rounded-card border border-line bg-surface">
      {flattenTree(data).map(({ department, depth }) => (
        <DepartmentRow key={department.id} department={department} depth={depth} {...acts} />
      ))}
    </ul>
  );
}

const INDENT_PX = 24;

function DepartmentRow({
  department,
  depth,
  onCreateBelow,
  onEdit,
}: TreeProps & { department: DepartmentView; depth: number }) {
  const t = useTranslations("departments");
  const name = useDepartmentName()(department);
  return (
    <li className="flex min-h-13 items-center gap-3 border-b border-line px-4 last:border-b-0 hover:bg-hover">
      <span className="flex min-w-0 flex-1 items-center gap-2.5" style={{ paddingLeft: depth * INDENT_PX }}>
        <Building2 aria-hidden className="size-4 shrink-0 text-ink-3" />
        <span className="truncate font-semibold">{name}</span>
        <span className="hidden text-12 text-ink-3 tablet:inline">{department.code}</span>
      </span>
      <Link
        href={`/admin/people?department=${department.id}`}
        className="text-13 whitespace-nowrap text-accent underline-offset-4 hover:underline"
      >
        {t("people", { count: department.activeEmployees })}
      </Link>
      <span className="flex">
        <IconButton label={t("createBelow", { name })} icon={<Plus />} onClick={() => onCreateBelow(department)} />
        <IconButton label={t("edit", { name })} icon={<Pencil />} onClick={() => onEdit(department)} />
      </span>
    </li>
  );
}
