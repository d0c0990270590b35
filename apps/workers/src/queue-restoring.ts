import { restoreQueues } from "@erp/domain/approvals/approvals.queues.mutations";
import type { Task } from "./scheduler";

/** Makes the approvers' queues again after Redis was lost, before anybody has to wait for them (ADR 0008). Costs one read while they are there. */
export const queueRestoring: Task = { name: "restore the approvers' queues", everyMs: 10_000, run: restoreQueues };
