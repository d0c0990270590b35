import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "@/features/settings/settings-page";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default function OwnSettingsPage() {
  const { api, HydrateClient } = serverApi();
  void api.notifications.preferences.prefetch();
  return (
    <HydrateClient>
      <SettingsPage />
    </HydrateClient>
  );
}
