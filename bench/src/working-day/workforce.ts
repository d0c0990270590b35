import { step } from "@erp/local-stack/progress";
import { loadAttendance } from "../data/attendance";
import type { Colleague } from "../data/company";
import { loadQuests } from "../data/quests";
import { openSessions } from "../portal/open-session";
import type { Session } from "../portal/session";
import type { Stage } from "../stage";

/** The whole company signed in, with years of attendance and a team that has many quests. */
export type Workforce = { everybody: readonly Session[]; questTeam: readonly Session[]; attendanceRows: number };

export async function gatherWorkforce({ ctx, env, origin, archive }: Stage): Promise<Workforce> {
  const { company } = archive;
  const attendanceRows = await step("three years of attendance", () => loadAttendance(ctx));
  const team = await step("a team with 200 quests", () => loadQuests(ctx, company));
  const sessionsOf = (people: readonly Colleague[]) => openSessions(ctx, origin, people, env.SESSION_SECRET);
  const everybody = await step("everybody is signed in", () => sessionsOf([...company.managers, ...company.staff]));
  return { everybody, questTeam: await sessionsOf(team), attendanceRows };
}
