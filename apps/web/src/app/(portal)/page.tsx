import { Dashboard } from "@/features/dashboard/dashboard";
import { serverApi } from "@/lib/trpc-server";

export default async function DashboardPage() {
  const { api, HydrateClient } = serverApi();
  const { departmentId } = await api.employees.me();
  void api.approvals.list.prefetch({ box: "WAITING", limit: 3 });
  void api.approvals.list.prefetch({ box: "MINE", limit: 4 });
  void api.notifications.list.prefetchInfinite({ unreadOnly: false });
  void api.employees.list.prefetch({ departmentId, status: "ACTIVE", limit: 12 });
  return (
    <HydrateClient>
      <Dashboard />
    </HydrateClient>
  );
}
