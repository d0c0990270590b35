import { hasPermission } from "@erp/contracts/permissions";
import { Dashboard } from "@/features/dashboard/dashboard";
import { ownQuests } from "@/features/quests/quest-inputs";
import { presentMonth } from "@/lib/present-day";
import { serverApi } from "@/lib/trpc-server";

export default async function DashboardPage() {
  const { api, HydrateClient } = serverApi();
  const { departmentId, role } = await api.employees.me();
  void api.leave.balance.prefetch({});
  void api.attendance.today.prefetch();
  void api.quests.list.prefetchInfinite(ownQuests);
  if (hasPermission(role, "quests:create")) void api.quests.budget.prefetch({ month: presentMonth() });
  void api.approvals.list.prefetch({ box: "WAITING", limit: 3 });
  void api.approvals.list.prefetch({ box: "MINE", limit: 4 });
  void api.notifications.list.prefetchInfinite({ unreadOnly: false });
  if (hasPermission(role, "attendance:view-team")) void api.attendance.team.prefetch();
  else void api.employees.list.prefetch({ departmentId, status: "ACTIVE", limit: 12 });
  return (
    <HydrateClient>
      <Dashboard />
    </HydrateClient>
  );
}
