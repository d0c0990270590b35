import type { FileContent, FileView } from "@erp/contracts/files";
import type { EvidenceOfWorkInput } from "@erp/contracts/quest-evidence";
import { questEvidence } from "@erp/db/mysql/entities/quest-evidence";
import { quests } from "@erp/db/mysql/entities/quests";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { readFile } from "../files/files.queries";
import { canManage } from "./quests.policy";

/** The file beside somebody's work, for who did it and who decides about it. Throws `file.not-found`. */
export async function readEvidence(ctx: Ctx, { questId, employeeId }: EvidenceOfWorkInput): Promise<FileContent> {
  const actor = authorize(ctx, "quests:work");
  const quest = await ctx.mysql.manager.findOneBy(quests, { id: questId });
  const mayRead = quest !== null && (actor.id === employeeId || canManage(actor, quest));
  // To everybody else there is nothing, as where there is none.
  const evidence = mayRead ? await ctx.mysql.manager.findOneBy(questEvidence, { questId, employeeId }) : null;
  if (!evidence) throw new DomainError("file.not-found");
  return readFile(ctx, evidence.fileId);
}

/** What lies beside these works, without the files: a function from a work to it. */
export async function evidenceOf(
  ctx: Ctx,
  works: readonly EvidenceOfWorkInput[],
): Promise<(work: EvidenceOfWorkInput) => FileView | null> {
  const rows: (FileView & EvidenceOfWorkInput)[] =
    works.length === 0
      ? []
      : await ctx.mysql.query(
          `SELECT evidence.quest_id AS questId, evidence.employee_id AS employeeId,
                  file.id, file.name, file.media_type AS type, file.size
             FROM quest_evidence evidence JOIN stored_files file ON file.id = evidence.file_id
            WHERE evidence.quest_id IN (?) AND evidence.employee_id IN (?)`,
          [works.map(({ questId }) => questId), works.map(({ employeeId }) => employeeId)],
        );
  const views = new Map(rows.map(({ id, name, type, size, ...work }) => [keyOf(work), { id, name, type, size }]));
  return (work) => views.get(keyOf(work)) ?? null;
}

function keyOf({ questId, employeeId }: EvidenceOfWorkInput): string {
  return `${questId} ${employeeId}`;
}
