import { hasPermission } from "@erp/contracts/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Budgets } from "@/features/quests/budgets";
import { parseMonth } from "@/lib/month";
import { presentMonth } from "@/lib/present-day";
import { firstOf } from "@/lib/search-params";
import { readMe, serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quests"))("budgets.title") };
}

/** `/admin/quest-budgets?month=2026-11` */
export default async function QuestBudgetsPage({ searchParams }: PageProps<"/admin/quest-budgets">) {
  const { api, HydrateClient } = serverApi();
  const { role } = await readMe();
  if (!hasPermission(role, "quests:administer")) notFound();
  const month = parseMonth(firstOf((await searchParams).month)) ?? presentMonth();
  void api.departments.list.prefetch();
  void api.quests.budgets.prefetch({ month });
  return (
    <HydrateClient>
      <Budgets />
    </HydrateClient>
  );
}
