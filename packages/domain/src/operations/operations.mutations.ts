import type { RedriveInput } from "@erp/contracts/operations";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { inTransaction } from "../transaction";

/**
 * Asks the workers to handle a topic's dead letters again. Only they can reach Kafka, so the wish travels as an event:
 * while Kafka is away it waits, and is not lost.
 */
export async function requestRedrive(ctx: Ctx, { topic }: RedriveInput): Promise<void> {
  authorize(ctx, "operations:manage");
  await inTransaction(ctx, async (tx) => {
    await recordAudit(ctx, tx, "dead-letters.redriven", topic);
    await emit(ctx, tx, "dead-letters.redrive-requested", topic, { topic });
  });
}
