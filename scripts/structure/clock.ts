import type { Check } from "./source-tree";
import { isCode } from "./source-tree";

const ownClock = /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(/;

/** A rule that reads the clock by itself cannot be tested on the last day of a year. */
export const noClockInDomain: Check = {
  name: "the domain reads the time from ctx.clock only",
  find: (files) =>
    files
      .filter(({ path }) => path.startsWith("packages/domain/src/") && isCode(path))
      .filter(({ path }) => !/\/(testing|seed)\/|\/clock\.ts$|\.test\.ts$/.test(path))
      .flatMap(({ path, text }) =>
        text.split("\n").flatMap((line, index) => (ownClock.test(line) ? [`${path}:${index + 1}: use ctx.clock`] : [])),
      ),
};
