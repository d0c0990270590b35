import type { Limit } from "../throttle";

const QUARTER_HOUR = 15 * 60;
const HOUR = 60 * 60;

/** What is counted, per address and per source (where the request came from). An office shares one source. */
export type Attempts = { address: Limit; source: Limit };

/** Wrong passwords; a right one is not counted. */
export const signInAttempts: Attempts = {
  address: { name: "sign-in-address", attempts: 10, seconds: QUARTER_HOUR },
  source: { name: "sign-in-source", attempts: 100, seconds: QUARTER_HOUR },
};

/** Codes of six digits: at this pace guessing one takes decades. */
export const codeAttempts: Attempts = {
  address: { name: "code-address", attempts: 10, seconds: QUARTER_HOUR },
  source: { name: "code-source", attempts: 100, seconds: QUARTER_HOUR },
};

/** Everything that makes the product send somebody a mail. */
export const mailAttempts: Attempts = {
  address: { name: "mail-address", attempts: 5, seconds: HOUR },
  source: { name: "mail-source", attempts: 200, seconds: HOUR },
};
