import type { RemoveHolidayInput, SaveHolidayInput } from "@erp/contracts/holidays";
import { holidays } from "@erp/db/mysql/entities/holidays";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { inTransaction } from "../transaction";

/** Enters a day off, or renames the one that is there. Requests that were charged before keep their charge. */
export async function saveHoliday(ctx: Ctx, input: SaveHolidayInput): Promise<void> {
  authorize(ctx, "leave:administer");
  await inTransaction(ctx, async (tx) => {
    await tx.upsert(holidays, input, ["day"]);
    await recordAudit(ctx, tx, "holiday.saved", input.day, input);
  });
}

/** Throws `holiday.not-found`. */
export async function removeHoliday(ctx: Ctx, { day }: RemoveHolidayInput): Promise<void> {
  authorize(ctx, "leave:administer");
  await inTransaction(ctx, async (tx) => {
    const { affected } = await tx.delete(holidays, { day });
    if (affected === 0) throw new DomainError("holiday.not-found");
    await recordAudit(ctx, tx, "holiday.removed", day);
  });
}
