/** Every key in Redis, so that two features cannot choose the same one. */
export const redisKeys = {
  session: (sessionId: string) => `session:${sessionId}`,
  sessionsOf: (employeeId: string) => `sessions-of:${employeeId}`,
  tokenRefresh: (sessionId: string) => `token-refresh:${sessionId}`,
  signInTicket: (ticket: string) => `sign-in-ticket:${ticket}`,
  newPasswordChallenge: (challenge: string) => `new-password-challenge:${challenge}`,
  // The braces keep what one script touches in one slot of a cluster.
  waitingQueue: (employeeId: string) => `{approvals}:waiting:${employeeId}`,
  waitingQueueReady: "{approvals}:waiting-ready",
  waitingQueueRebuilding: "{approvals}:waiting-rebuilding",
  documentCard: (documentId: string) => `{approvals}:card:${documentId}`,
  coversBy: (employeeId: string) => `covers-by:${employeeId}`,
  throttle: "throttle",
  requestCount: (window: number, fingerprint: string) => `requests:${window}:${fingerprint}`,
  workersReport: "operations:workers-report",
  deadLettersOf: (topic: string) => `operations:dead-letters:${topic}`,
  passedOverLettersOf: (topic: string) => `operations:passed-over-letters:${topic}`,
} as const;

/** Published after a commit that left events in an outbox, so that the relay need not wait for its next poll. */
export const OUTBOX_WAKE_CHANNEL = "outbox:wake";
