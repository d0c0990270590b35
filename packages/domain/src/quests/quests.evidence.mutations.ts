import type { AttachEvidenceInput } from "@erp/contracts/quest-evidence";
import { questEvidence } from "@erp/db/mysql/entities/quest-evidence";
import { storedFiles } from "@erp/db/mysql/entities/stored-files";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { keepUpload } from "../files/files.mutations";
import { inTransaction } from "../transaction";
import { canMove } from "./quests.states";
import { lockWork } from "./quests.store.queries";

/**
 * Puts an uploaded file beside the actor's own work, before it is reported; a second one takes its place. Nobody is told:
 * the report that follows does. Throws `quest.work-not-found`, `quest.wrong-state` and `file.not-found`.
 */
export async function attachEvidence(ctx: Ctx, { questId, fileId }: AttachEvidenceInput): Promise<void> {
  const { id: employeeId } = authorize(ctx, "quests:work");
  await inTransaction(ctx, async (tx) => {
    const { state } = await lockWork(tx, questId, employeeId);
    if (!canMove(state, "report")) throw new DomainError("quest.wrong-state");
    const replaced = await tx.findOneBy(questEvidence, { questId, employeeId });
    await keepUpload(tx, employeeId, fileId);
    const evidence = { questId, employeeId, fileId, attachedAt: ctx.clock.now() };
    await tx.upsert(questEvidence, evidence, ["questId", "employeeId"]);
    if (replaced) await tx.delete(storedFiles, { id: replaced.fileId });
  });
}
