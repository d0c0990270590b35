"use client";

import { ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { EndOfList } from "@/components/end-of-list";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { SkeletonRows } from "@/components/skeleton";
import { trpc } from "@/lib/trpc";
import { AuditEntry } from "./audit-entry";
import { AuditFilterBar } from "./audit-filter-bar";
import type { AuditFilters } from "./audit-filters";
import { useAuditFilters } from "./use-audit-filters";

/** 감사 기록: who did what to whom, the newest first. */
export function AuditPage() {
  const t = useTranslations("operations.audit");
  const { filters, change, clear } = useAuditFilters();
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <AuditFilterBar filters={filters} onChange={change} />
      <AuditList filters={filters} onClear={clear} />
    </>
  );
}

function AuditList({ filters, onClear }: { filters: AuditFilters; onClear(): void }) {
  const t = useTranslations("operations.audit");
  const components = useTranslations("components");
  const log = trpc.operations.audit.useInfiniteQuery(filters, { getNextPageParam: (page) => page.nextCursor });
  if (log.isPending) return <SkeletonRows rows={8} label={components("loading")} />;
  const entries = log.data?.pages.flatMap(({ items }) => items) ?? [];
  if (log.isError && entries.length === 0)
    return <ErrorState error={log.error} onRetry={() => log.refetch()} isRetrying={log.isRefetching} />;
  if (entries.length === 0)
    return (
      <EmptyState icon={ScrollText} sentence={t("empty")} action={<Button onClick={onClear}>{t("clear")}</Button>} />
    );
  return (
    <>
      <ul aria-label={t("list")} className="overflow-hidden rounded-card border border-line bg-surface">
        {entries.map((entry) => (
          <AuditEntry key={entry.id} entry={entry} />
        ))}
      </ul>
      {log.isFetchNextPageError && (
        <p role="alert" className="flex items-center justify-center gap-3 p-3 text-ink-2">
          {t("moreFailed")}
          <Button size="small" onClick={() => log.fetchNextPage()}>
            {components("retry")}
          </Button>
        </p>
      )}
      {log.hasNextPage && !log.isFetchNextPageError && (
        <EndOfList label={t("reading")} isLoading={log.isFetchingNextPage} onReached={() => void log.fetchNextPage()} />
      )}
    </>
  );
}
