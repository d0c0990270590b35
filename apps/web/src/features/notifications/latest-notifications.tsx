"use client";

import { Popover } from "@base-ui/react/popover";
import { BellOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { SkeletonRows } from "@/components/skeleton";
import { trpc } from "@/lib/trpc";
import { groupByLink } from "./group-by-link";
import { NotificationRow } from "./notification-row";
import { useReadNotifications } from "./use-read-notifications";

/** The bell's popover: the newest notifications, one row a document. */
export function LatestNotifications({ onLeave }: { onLeave(): void }) {
  const t = useTranslations("notifications.bell");
  const { readAll } = useReadNotifications();
  return (
    <>
      <div className="flex items-center justify-between border-b border-line py-2 pr-2 pl-4">
        <Popover.Title className="text-14 font-semibold">{t("title")}</Popover.Title>
        <Button look="quiet" size="small" busy={readAll.isPending} onClick={() => readAll.mutate()}>
          {t("readAll")}
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <LatestRows onLeave={onLeave} />
      </div>
      <Link
        href="/notifications"
        onClick={onLeave}
        className="border-t border-line py-2.5 text-center text-13 font-semibold text-accent hover:bg-hover focus-visible:-outline-offset-2"
      >
        {t("all")}
      </Link>
    </>
  );
}

function LatestRows({ onLeave }: { onLeave(): void }) {
  const t = useTranslations("notifications.bell");
  const { readLink } = useReadNotifications();
  const latest = trpc.notifications.list.useInfiniteQuery(
    { unreadOnly: false },
    { getNextPageParam: (page) => page.nextCursor },
  );
  if (latest.isPending) return <SkeletonRows rows={4} label={t("loading")} />;
  if (latest.isLoadingError)
    return <ErrorState error={latest.error} onRetry={() => latest.refetch()} isRetrying={latest.isRefetching} />;
  const groups = groupByLink(latest.data.pages[0]?.items ?? []);
  if (groups.length === 0) return <EmptyState icon={BellOff} sentence={t("empty")} />;
  return (
    <ul className="divide-y divide-line">
      {groups.map((group) => (
        <li key={group.link}>
          <NotificationRow
            group={group}
            onOpen={(link) => {
              if (group.unread > 0) readLink.mutate({ link });
              onLeave();
            }}
          />
        </li>
      ))}
    </ul>
  );
}
