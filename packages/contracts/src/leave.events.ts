import { z } from "zod";
import { employeeId } from "./ids";
import { lotKind } from "./leave";

const topic = "erp.leave.v1";

export const leaveEvents = {
  /** A manager or HR added or took leave, with a reason that stands in the ledger. */
  "leave.adjusted": { topic, data: z.object({ employeeId, leaveMinutes: z.int() }) },
  /** A reward was paid into the ledger, or taken back (negative); `lotKey` names what it was for. */
  "leave.rewarded": { topic, data: z.object({ employeeId, lotKey: z.string(), kind: lotKind, leaveMinutes: z.int() }) },
} as const;
