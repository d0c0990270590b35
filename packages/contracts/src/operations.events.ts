import { z } from "zod";
import { topics } from "./topics";

const topic = "erp.operations.v1";

export const operationsEvents = {
  /** Somebody wants the dead letters of a topic handled again. */
  "dead-letters.redrive-requested": { topic, data: z.object({ topic: z.enum(topics) }) },
} as const;
