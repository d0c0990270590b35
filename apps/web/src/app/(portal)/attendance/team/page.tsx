import { hasPermission } from "@erp/contracts/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { wholeTeam } from "@/features/attendance/team-inputs";
import { TeamPage } from "@/features/attendance/team-page";
import { readMe, serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("attendance"))("tabs.team") };
}

/** For department heads and HR. To everybody else this page does not exist. */
export default async function TeamAttendancePage() {
  const { api, HydrateClient } = serverApi();
  const { role } = await readMe();
  if (!hasPermission(role, "attendance:view-team")) notFound();
  void api.attendance.team.prefetchInfinite(wholeTeam);
  void api.attendance.teamCounts.prefetch();
  return (
    <HydrateClient>
      <TeamPage />
    </HydrateClient>
  );
}
