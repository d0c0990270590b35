import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LeavePage } from "@/features/leave/leave-page";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leave"))("title") };
}

export default async function OwnLeavePage() {
  const { api, HydrateClient } = serverApi();
  void api.leave.balance.prefetch({});
  void api.leave.requests.prefetch({});
  return (
    <HydrateClient>
      <LeavePage />
    </HydrateClient>
  );
}
