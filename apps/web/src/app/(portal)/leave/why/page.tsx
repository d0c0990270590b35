import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WhyPage } from "@/features/leave/why/why-page";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leave.why"))("title") };
}

export default async function ExplainedLeavePage() {
  const { api, HydrateClient } = serverApi();
  void api.leave.balance.prefetch({});
  void api.leave.explain.prefetch({});
  return (
    <HydrateClient>
      <WhyPage />
    </HydrateClient>
  );
}
