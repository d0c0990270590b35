/** The only source of "now" in the domain, so that tests and the demo can stand on any day. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
