import { employeeId as parseEmployeeId } from "@erp/contracts/ids";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PersonLeave } from "@/features/leave/admin/person-leave";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leave.admin"))("title") };
}

export default async function PersonLeavePage({ params }: PageProps<"/admin/leave/[employeeId]">) {
  const employeeId = parseEmployeeId.safeParse((await params).employeeId).data;
  if (!employeeId) notFound();
  const { api, HydrateClient } = serverApi();
  void api.employees.colleague.prefetch({ employeeId });
  void api.leave.balance.prefetch({ employeeId });
  void api.leave.requests.prefetch({ employeeId });
  void api.leave.explain.prefetch({ employeeId });
  return (
    <HydrateClient>
      <PersonLeave employeeId={employeeId} />
    </HydrateClient>
  );
}
