"use client";

import { useTranslations } from "next-intl";
import { CardError, CardMessage } from "@/components/card-message";
import { CardSkeleton } from "@/components/card-skeleton";
import { groupByLink } from "@/features/notifications/group-by-link";
import { NotificationRow } from "@/features/notifications/notification-row";
import { useReadNotifications } from "@/features/notifications/use-read-notifications";
import { trpc } from "@/lib/trpc";
import { DashboardCard } from "./dashboard-card";

const SHOWN_NOTICES = 4;

/** What the reader was told last. */
export function NoticesCard() {
  const t = useTranslations("dashboard.notices");
  return (
    <DashboardCard href="/notifications" linkLabel={t("link")} title={t("title")}>
      <Notices />
    </DashboardCard>
  );
}

function Notices() {
  const t = useTranslations("dashboard");
  const { readLink } = useReadNotifications();
  const notices = trpc.notifications.list.useInfiniteQuery(
    { unreadOnly: false },
    { getNextPageParam: (page) => page.nextCursor },
  );
  if (notices.isPending) return <CardSkeleton label={t("loading")} />;
  if (notices.isLoadingError)
    return <CardError error={notices.error} onRetry={() => notices.refetch()} isRetrying={notices.isRefetching} />;
  const groups = groupByLink(notices.data.pages[0]?.items ?? []).slice(0, SHOWN_NOTICES);
  if (groups.length === 0) return <CardMessage title={t("notices.empty")} hint={t("notices.emptyHint")} />;
  return (
    <ul className="-mx-4 -mb-2 divide-y divide-line">
      {groups.map((group) => (
        <li key={group.link}>
          <NotificationRow group={group} onOpen={(link) => group.unread > 0 && readLink.mutate({ link })} />
        </li>
      ))}
    </ul>
  );
}
