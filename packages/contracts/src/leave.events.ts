import { z } from "zod";
import { calendarDate } from "./dates";
import { documentId, employeeId } from "./ids";
import { lotKind } from "./leave";

const topic = "erp.leave.v1";

/** `requestId` is also the id of the request's approval document. */
const request = z.object({ employeeId, requestId: documentId });

export const leaveEvents = {
  /** Days were asked for and are held. */
  "leave.requested": { topic, data: request },
  /** The held days are used: the document was approved. */
  "leave.settled": { topic, data: request },
  /** The held days came back: the document was rejected or withdrawn. */
  "leave.released": { topic, data: request },
  /** Approved leave was given back, all of it or what was left of it. */
  "leave.cancelled": { topic, data: request },
  /** A manager or HR added or took leave, with a reason that stands in the ledger. */
  "leave.adjusted": { topic, data: z.object({ employeeId, leaveMinutes: z.int() }) },
  /** A reward was paid into the ledger, or taken back (negative); `lotKey` names what it was for. */
  "leave.rewarded": { topic, data: z.object({ employeeId, lotKey: z.string(), kind: lotKind, leaveMinutes: z.int() }) },
  /** Leave that nobody has taken lapses after this day; announced 60, 30 and 7 days before, while there is time. */
  "leave.expiring": { topic, data: z.object({ employeeId, expiresOn: calendarDate, leaveMinutes: z.int() }) },
} as const;
