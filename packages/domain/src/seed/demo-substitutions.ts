import { addDays, koreanDate } from "@erp/contracts/dates";
import { approvalSubstitutions } from "@erp/db/mysql/entities/approval-substitutions";
import { nameSubstitute } from "../approvals/approvals.substitutions.mutations";
import type { Ctx } from "../context";
import type { DemoPerson } from "./demo-people";
import { loadCast, openStage } from "./demo-stage";

type SubstitutionStory = {
  by: string;
  substitute: string;
  /** Named, and begun, so many days ago. */
  daysAgo: number;
  lastsDays: number;
  reason: string;
};

const stories: readonly SubstitutionStory[] = [
  { by: "sungho.park", substitute: "jihye.lim", daysAgo: 24, lastsDays: 4, reason: "제주 개발자 회의" },
  { by: "taeyoon.jung", substitute: "youngsoo.yoon", daysAgo: 1, lastsDays: 9, reason: "해외 출장" },
];

/** A substitution that is over, and one that holds; named by the same function as anybody's. Answers how many, a second time none. */
export async function loadDemoSubstitutions(ctx: Ctx, people: readonly DemoPerson[]): Promise<number> {
  if (await ctx.mysql.manager.existsBy(approvalSubstitutions, {})) return 0;
  const cast = await loadCast(ctx, people);
  for (const [tempo, { by, substitute, daysAgo, lastsDays, reason }] of stories.entries()) {
    const stage = openStage(ctx, cast, daysAgo, tempo);
    const period = { from: stage.today(), to: addDays(koreanDate(ctx.clock.now()), lastsDays - daysAgo) };
    await nameSubstitute(stage.as(by), { substituteId: stage.idOf(substitute), period, reason });
  }
  return stories.length;
}
