"use client";

import { BellOff, MailOpen, Settings } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Page } from "@/features/shell/page";
import { trpc } from "@/lib/trpc";
import { NotificationFilter } from "./notification-filter";
import { NotificationList } from "./notification-list";
import { useReadNotifications } from "./use-read-notifications";

/** 알림: everything one was told, newest first, all or only what is unread. The filter is in the address. */
export function NotificationsPage() {
  const t = useTranslations("notifications");
  const unreadOnly = useSearchParams().get("filter") === "unread";
  const pathname = usePathname();
  const router = useRouter();
  const { data } = trpc.notifications.unread.useQuery();
  const { readAll } = useReadNotifications();
  const show = (onlyUnread: boolean) =>
    window.history.replaceState(null, "", onlyUnread ? `${pathname}?filter=unread` : pathname);
  return (
    <Page>
      <PageHeader
        title={t("page.title")}
        actions={
          <>
            <NotificationFilter unreadOnly={unreadOnly} unread={data?.unread ?? 0} onChange={show} />
            <Button busy={readAll.isPending} disabled={data?.unread === 0} onClick={() => readAll.mutate()}>
              <MailOpen aria-hidden />
              {t("bell.readAll")}
            </Button>
            <ButtonLink href="/settings">
              <Settings aria-hidden />
              {t("page.preferences")}
            </ButtonLink>
          </>
        }
      />
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <NotificationList
          unreadOnly={unreadOnly}
          empty={
            unreadOnly ? (
              <NothingUnread onShowAll={() => show(false)} />
            ) : (
              <NothingYet onWrite={() => router.push("/approvals/new")} />
            )
          }
        />
      </div>
    </Page>
  );
}

function NothingUnread({ onShowAll }: { onShowAll(): void }) {
  const t = useTranslations("notifications.page");
  return (
    <EmptyState
      icon={MailOpen}
      sentence={<TwoLines first={t("allRead")} second={t("allReadHint")} />}
      action={<Button onClick={onShowAll}>{t("showAll")}</Button>}
    />
  );
}

function NothingYet({ onWrite }: { onWrite(): void }) {
  const t = useTranslations("notifications");
  return (
    <EmptyState
      icon={BellOff}
      sentence={<TwoLines first={t("bell.empty")} second={t("bell.emptyHint")} />}
      action={<Button onClick={onWrite}>{t("page.write")}</Button>}
    />
  );
}

function TwoLines({ first, second }: { first: string; second: string }) {
  return (
    <>
      <span className="block font-semibold text-ink">{first}</span>
      <span className="text-13">{second}</span>
    </>
  );
}
