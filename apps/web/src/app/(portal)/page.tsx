import { hasPermission } from "@erp/contracts/permissions";
import { teamFaces } from "@/features/attendance/team-inputs";
import { Dashboard } from "@/features/dashboard/dashboard";
import { ownQuests } from "@/features/quests/quest-inputs";
import { presentMonth } from "@/lib/present-day";
import { readMe, serverApi } from "@/lib/trpc-server";

export default async function DashboardPage() {
  const { api, HydrateClient } = serverApi();
  const { departmentId, role } = await readMe();
  void api.forms.list.prefetch();
  void api.leave.balance.prefetch({});
  void api.attendance.today.prefetch();
  void api.quests.list.prefetchInfinite(ownQuests);
  if (hasPermission(role, "quests:create")) void api.quests.budget.prefetch({ month: presentMonth() });
  void api.approvals.list.prefetch({ box: "WAITING", limit: 3 });
  void api.approvals.list.prefetch({ box: "MINE", limit: 4 });
  void api.notifications.list.prefetchInfinite({ unreadOnly: false });
  if (hasPermission(role, "attendance:view-team")) {
    void api.attendance.team.prefetch(teamFaces);
    void api.attendance.teamCounts.prefetch();
  } else void api.employees.list.prefetch({ departmentId, status: "ACTIVE", limit: 12 });
  return (
    <HydrateClient>
      <Dashboard />
    </HydrateClient>
  );
}
