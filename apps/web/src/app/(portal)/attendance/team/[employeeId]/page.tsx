import { employeeId as parseEmployeeId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PersonAttendance } from "@/features/attendance/person-attendance";
import { parseMonth } from "@/lib/month";
import { presentMonth } from "@/lib/present-day";
import { firstOf } from "@/lib/search-params";
import { readMe, serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("attendance"))("title") };
}

/** `/attendance/team/<employee>?month=2026-11`, for department heads and HR. To everybody else this page does not exist. */
export default async function PersonAttendancePage({
  params,
  searchParams,
}: PageProps<"/attendance/team/[employeeId]">) {
  const employeeId = parseEmployeeId.safeParse((await params).employeeId).data;
  const { api, HydrateClient } = serverApi();
  const { role } = await readMe();
  if (!employeeId || !hasPermission(role, "attendance:view-team")) notFound();
  const month = parseMonth(firstOf((await searchParams).month)) ?? presentMonth();
  void api.employees.colleague.prefetch({ employeeId });
  void api.attendance.month.prefetch({ month, employeeId });
  void api.leave.holidays.prefetch({ year: Number(month.slice(0, 4)) });
  return (
    <HydrateClient>
      <PersonAttendance employeeId={employeeId} />
    </HydrateClient>
  );
}
