"use client";

import type { DirectoryEntry } from "@erp/contracts/employees";
import type { Page } from "@erp/contracts/paging";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { Button } from "@/components/button";
import { DataTable, type TableColumn } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { SkeletonRows } from "@/components/skeleton";

type Props<Row extends DirectoryEntry> = {
  people: UseInfiniteQueryResult<{ pages: Page<Row>[] }, unknown>;
  columns: TableColumn<Row>[];
  onClearFilters(): void;
};

/** A list of people that reads on as the end comes near, with its own empty, loading and error state. */
export function PeopleList<Row extends DirectoryEntry>({ people, columns, onClearFilters }: Props<Row>) {
  const t = useTranslations("people.directory");
  const components = useTranslations("components");
  const rows = useMemo(() => people.data?.pages.flatMap(({ items }) => items) ?? [], [people.data]);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = people;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  if (people.isPending) {
    return (
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <SkeletonRows rows={8} label={components("loading")} />
      </div>
    );
  }
  if (people.isError && rows.length === 0)
    return <ErrorState error={people.error} onRetry={() => people.refetch()} isRetrying={people.isRefetching} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={Users} sentence={t("empty")} action={<Button onClick={onClearFilters}>{t("clear")}</Button>} />
    );
  const footer = isFetchNextPageError ? (
    <p role="alert" className="flex items-center justify-center gap-3 border-t border-line p-3 text-ink-2">
      {t("moreFailed")}
      <Button size="small" onClick={() => fetchNextPage()}>
        {components("retry")}
      </Button>
    </p>
  ) : (
    isFetchingNextPage && (
      <p role="status" className="border-t border-line p-3 text-center text-13 text-ink-3">
        {t("loadingMore")}
      </p>
    )
  );
  return (
    <DataTable
      label={t("label")}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      onReachEnd={readOn}
      footer={footer}
    />
  );
}
