import type { Ctx } from "../context";
import { DEMO_PASSWORD } from "../identity/identity.demo.rules";
import { loadDemoAttendance } from "./demo-attendance";
import { loadDemoDocuments } from "./demo-documents";
import { loadDemoLeave } from "./demo-leave";
import { type DemoPerson, loadDemoPeople } from "./demo-people";
import { loadDemoQuests } from "./demo-quests";
import { loadDemoSubstitutions } from "./demo-substitutions";

export type DemoCompany = { people: DemoPerson[]; password: string };

/** Loads the demo company Hanbit. What is there already stays as it is. */
export async function loadDemoCompany(ctx: Ctx): Promise<DemoCompany> {
  const people = await loadDemoPeople(ctx);
  await loadDemoDocuments(ctx, people);
  // Before attendance: who was on leave did not come.
  await loadDemoLeave(ctx, people);
  await loadDemoAttendance(ctx, people);
  await loadDemoQuests(ctx, people);
  await loadDemoSubstitutions(ctx, people);
  return { people, password: DEMO_PASSWORD };
}
