/** Every key in Redis, so that two features cannot choose the same one. */
export const redisKeys = {
  session: (sessionId: string) => `session:${sessionId}`,
  sessionsOf: (employeeId: string) => `sessions-of:${employeeId}`,
  signInTicket: (ticket: string) => `sign-in-ticket:${ticket}`,
  waitingQueue: (employeeId: string) => `approvals:waiting:${employeeId}`,
  waitingQueueReady: "approvals:waiting-ready",
  documentCard: (documentId: string) => `approvals:card:${documentId}`,
  throttle: "throttle",
} as const;

/** Published after a commit that left events in an outbox, so that the relay need not wait for its next poll. */
export const OUTBOX_WAKE_CHANNEL = "outbox:wake";
