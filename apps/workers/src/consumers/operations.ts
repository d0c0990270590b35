import { forgetDeadLetters, notePassedOver } from "@erp/domain/operations/operations.reports.mutations";
import { defineConsumer } from "../define-consumer";
import { redriveDeadLetters } from "../event-copies";

/** Does what operators ask for on the portal's pages. */
export const operationsConsumer = defineConsumer({
  group: "operations",
  on: {
    "dead-letters.redrive-requested": async (ctx, { data: { topic } }, kafka) => {
      const startedAt = ctx.clock.now();
      const { sentBack, passedOver } = await redriveDeadLetters(kafka, topic);
      const passedOverAt = ctx.clock.now();
      const noted = passedOver.map((letter) => ({ ...letter, passedOverAt }));
      // First what stays, so that no letter is missing from the page in between.
      await notePassedOver(ctx, topic, noted);
      await forgetDeadLetters(ctx, topic, startedAt);
      ctx.log.info({ topic, letters: sentBack }, "dead letters sent back");
      for (const { place } of passedOver) ctx.log.warn({ topic, place }, "dead letter names no group: passed over");
    },
  },
});
