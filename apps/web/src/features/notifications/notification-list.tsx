"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EndOfList } from "@/components/end-of-list";
import { ErrorState } from "@/components/error-state";
import { SkeletonRows } from "@/components/skeleton";
import { trpc } from "@/lib/trpc";
import { groupByLink } from "./group-by-link";
import { NotificationRow } from "./notification-row";
import { useReadNotifications } from "./use-read-notifications";

/** Rows page by page, one a document. */
export function NotificationList({ unreadOnly, empty }: { unreadOnly: boolean; empty: ReactNode }) {
  const t = useTranslations("notifications");
  const { readLink } = useReadNotifications();
  const pages = trpc.notifications.list.useInfiniteQuery(
    { unreadOnly },
    { getNextPageParam: (page) => page.nextCursor },
  );
  if (pages.isPending) return <SkeletonRows label={t("bell.loading")} />;
  if (pages.isLoadingError)
    return <ErrorState error={pages.error} onRetry={() => pages.refetch()} isRetrying={pages.isRefetching} />;
  const groups = groupByLink(pages.data.pages.flatMap(({ items }) => items));
  if (groups.length === 0) return empty;
  return (
    <>
      <ul className="divide-y divide-line">
        {groups.map((group) => (
          <li key={group.link}>
            <NotificationRow group={group} onOpen={(link) => group.unread > 0 && readLink.mutate({ link })} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <EndOfList
          label={t("page.loadingMore")}
          isLoading={pages.isFetchingNextPage}
          onReached={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}
