/** The first page of one's own department; the dashboard and the board share it. */
export const ownQuests = { limit: 50 } as const;
