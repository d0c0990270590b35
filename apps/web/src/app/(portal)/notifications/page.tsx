import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotificationsPage } from "@/features/notifications/notifications-page";
import { firstOf } from "@/lib/search-params";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications.page"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/notifications">) {
  const { api, HydrateClient } = serverApi();
  const { filter } = await searchParams;
  void api.notifications.list.prefetchInfinite({ unreadOnly: firstOf(filter) === "unread" });
  return (
    <HydrateClient>
      <NotificationsPage />
    </HydrateClient>
  );
}
