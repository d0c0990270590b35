import { pino } from "pino";

export type Log = import("pino").Logger;

/** JSON lines on standard output. Values under these keys never reach a log. */
export function createLog(program: string, level = "info"): Log {
  return pino({
    level,
    base: { program },
    redact: [
      "password",
      "newPassword",
      "code",
      "challenge",
      "ticket",
      "*.password",
      "*.newPassword",
      "headers.cookie",
      "headers.authorization",
    ],
  });
}

/** For tests and commands that speak to a person instead. */
export const silentLog: Log = pino({ level: "silent" });
