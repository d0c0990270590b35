import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { wholeTeam } from "@/features/leave/team/team-inputs";
import { TeamPage } from "@/features/leave/team/team-page";
import { presentMonth } from "@/lib/present-day";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leave.team"))("title") };
}

export default async function TeamLeavePage() {
  const { api, HydrateClient } = serverApi();
  const month = presentMonth();
  void api.leave.holidays.prefetch({ year: Number(month.slice(0, 4)) });
  void api.leave.teamCalendar.prefetchInfinite(wholeTeam(month));
  return (
    <HydrateClient>
      <TeamPage />
    </HydrateClient>
  );
}
