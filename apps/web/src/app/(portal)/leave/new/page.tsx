import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestPage } from "@/features/leave/request/request-page";
import { daysAway, ownDays } from "@/features/leave/team/team-inputs";
import { presentMonth } from "@/lib/present-day";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leave.request"))("title") };
}

export default async function NewLeavePage() {
  const { api, HydrateClient } = serverApi();
  const month = presentMonth();
  void api.leave.balance.prefetch({});
  void api.leave.holidays.prefetch({ year: Number(month.slice(0, 4)) });
  void api.leave.teamCalendar.prefetch(ownDays(month));
  void api.leave.teamCalendar.prefetch(daysAway(month));
  void api.approvals.suggestLine.prefetch({ formCode: "ANNUAL_LEAVE" });
  return (
    <HydrateClient>
      <RequestPage />
    </HydrateClient>
  );
}
