import type { EvidenceFile, EvidenceOfWorkInput, EvidenceView } from "@erp/contracts/quest-evidence";
import { type QuestEvidenceRow, questEvidence } from "@erp/db/mysql/entities/quest-evidence";
import { quests } from "@erp/db/mysql/entities/quests";
import { In } from "typeorm";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { canManage } from "./quests.policy";

/** The file beside somebody's work, for who did it and who decides about it. Throws `quest.evidence-not-found`. */
export async function readEvidence(ctx: Ctx, { questId, employeeId }: EvidenceOfWorkInput): Promise<EvidenceFile> {
  const actor = authorize(ctx, "quests:work");
  const quest = await ctx.mysql.manager.findOneBy(quests, { id: questId });
  const mayRead = quest !== null && (actor.id === employeeId || canManage(actor, quest));
  // To everybody else there is nothing, as where there is none.
  const [file]: QuestEvidenceRow[] = mayRead
    ? await ctx.mysql.query(
        "SELECT name, media_type AS type, size, content FROM quest_evidence WHERE quest_id = ? AND employee_id = ?",
        [questId, employeeId],
      )
    : [];
  if (!file) throw new DomainError("quest.evidence-not-found");
  const { name, type, size, content } = file;
  return { name, type, size, base64: content.toString("base64") };
}

/** What lies beside these works, without the files: a function from a work to it. */
export async function evidenceOf(
  ctx: Ctx,
  works: readonly EvidenceOfWorkInput[],
): Promise<(work: EvidenceOfWorkInput) => EvidenceView | null> {
  const rows =
    works.length === 0
      ? []
      : await ctx.mysql.manager.findBy(questEvidence, {
          questId: In(works.map(({ questId }) => questId)),
          employeeId: In(works.map(({ employeeId }) => employeeId)),
        });
  const views = new Map(rows.map(({ name, type, size, ...work }) => [keyOf(work), { name, type, size }]));
  return (work) => views.get(keyOf(work)) ?? null;
}

function keyOf({ questId, employeeId }: EvidenceOfWorkInput): string {
  return `${questId} ${employeeId}`;
}
