import { questId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { QuestBoard } from "@/features/quests/quest-board";
import { ownQuests } from "@/features/quests/quest-inputs";
import { presentMonth } from "@/lib/present-day";
import { readMe, serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quests"))("title") };
}

/** `/quests/<quest>` shows one of them beside the board. */
export default async function QuestsPage({ params }: PageProps<"/quests/[[...quest]]">) {
  const { quest: [id, ...rest] = [] } = await params;
  const opened = id === undefined ? null : questId.safeParse(id);
  if (rest.length > 0 || opened?.success === false) notFound();
  const { api, HydrateClient } = serverApi();
  const { role } = await readMe();
  void api.quests.list.prefetchInfinite(ownQuests);
  if (opened) void api.quests.view.prefetch({ questId: opened.data });
  if (hasPermission(role, "quests:create")) void api.quests.budget.prefetch({ month: presentMonth() });
  return (
    <HydrateClient>
      <QuestBoard />
    </HydrateClient>
  );
}
