/** To the minute, by a clock of 24 hours: with 12, some browsers put "AM" into Korean sentences. */
export const clockTime = { timeStyle: "short", hourCycle: "h23" } as const;
export const exactTime = { dateStyle: "long", ...clockTime } as const;
