"use client";

import type { DirectoryEntry } from "@erp/contracts/employees";
import type { Page } from "@erp/contracts/paging";
import { keepPreviousData, type UseInfiniteQueryResult } from "@tanstack/react-query";
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

/** How lists of people are read: page by page, showing the old rows while a changed filter is being read. */
export const peoplePaging = {
  getNextPageParam: ({ nextCursor }: Page<DirectoryEntry>) => nextCursor,
  placeholderData: keepPreviousData,
};

/** A list of people that reads on as the end comes near, with its own empty, loading and error state. */
export function PeopleList<Row extends DirectoryEntry>({ people, columns, onClearFilters }: Props<Row>) {
  const t = useTranslations("people.directory");
  const components = useTranslations("components");
  const rows = useMemo(() => people.data?.pages.flatMap(({ items }) => items) ?? [], [people.data]);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, isPlaceholderData, fetchNextPage } = people;
  const canReadOn = hasNextPage && !isFetchingNextPage && !isFetchNextPageError && !isPlaceholderData;
  const readOn = useCallback(() => {
    if (canReadOn) void fetchNextPage();
  }, [canReadOn, fetchNextPage]);

  if (people.isPending || (isPlaceholderData && rows.length === 0)) {
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
    <div
      aria-busy={isPlaceholderData}
      className="transition-opacity duration-120 aria-busy:opacity-60 aria-busy:delay-200"
    >
      <DataTable
        label={t("label")}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        onReachEnd={readOn}
        footer={footer}
      />
    </div>
  );
}
