import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AttendancePage } from "@/features/attendance/attendance-page";
import { parseMonth } from "@/lib/month";
import { presentMonth } from "@/lib/present-day";
import { firstOf } from "@/lib/search-params";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("attendance"))("title") };
}

/** `/attendance?month=2026-11` */
export default async function OwnAttendancePage({ searchParams }: PageProps<"/attendance">) {
  const month = parseMonth(firstOf((await searchParams).month)) ?? presentMonth();
  const { api, HydrateClient } = serverApi();
  void api.attendance.today.prefetch();
  void api.attendance.corrections.prefetch();
  void api.attendance.month.prefetch({ month });
  void api.leave.holidays.prefetch({ year: Number(month.slice(0, 4)) });
  void api.leave.explain.prefetch({});
  void api.leave.balance.prefetch({});
  return (
    <HydrateClient>
      <AttendancePage />
    </HydrateClient>
  );
}
