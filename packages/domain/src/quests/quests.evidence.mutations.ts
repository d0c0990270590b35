import type { AttachEvidenceInput, EvidenceView } from "@erp/contracts/quest-evidence";
import { type QuestEvidenceRow, questEvidence } from "@erp/db/mysql/entities/quest-evidence";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { inTransaction } from "../transaction";
import { requireEvidence } from "./quests.evidence.rules";
import { canMove } from "./quests.states";
import { lockWork } from "./quests.store.queries";

/**
 * Puts a file beside the actor's own work, before it is reported; a second one takes its place. Nobody is told: the report
 * that follows does. Throws `quest.work-not-found`, `quest.wrong-state` and what `requireEvidence` throws.
 */
export async function attachEvidence(ctx: Ctx, { questId, name, base64 }: AttachEvidenceInput): Promise<EvidenceView> {
  const { id: employeeId } = authorize(ctx, "quests:work");
  const content = Buffer.from(base64, "base64");
  const view = { name, type: requireEvidence(content), size: content.length };
  await inTransaction(ctx, async (tx) => {
    const { state } = await lockWork(tx, questId, employeeId);
    if (!canMove(state, "report")) throw new DomainError("quest.wrong-state");
    const row: QuestEvidenceRow = { questId, employeeId, ...view, content, attachedAt: ctx.clock.now() };
    await tx.upsert(questEvidence, row, ["questId", "employeeId"]);
  });
  return view;
}
