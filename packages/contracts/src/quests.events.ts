import { z } from "zod";
import { employeeId, questId } from "./ids";

const topic = "erp.quests.v1";

const quest = z.object({ questId });
const work = z.object({ questId, employeeId });

/** The quest's id is the key, so what happens to one quest stays in order. */
export const questEvents = {
  "quest.created": { topic, data: quest },
  "quest.edited": { topic, data: quest },
  "quest.closed": { topic, data: quest },
  "quest.removed": { topic, data: quest },
  "quest.accepted": { topic, data: work },
  "quest.reported": { topic, data: work },
  "quest.approved": { topic, data: work },
  "quest.rejected": { topic, data: work },
  /** The reward is due: the rewards worker pays it. */
  "quest.claimed": { topic, data: work.extend({ rewardHalfDays: z.int() }) },
} as const;
