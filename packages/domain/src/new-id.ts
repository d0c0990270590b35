import { randomFillSync } from "node:crypto";
import { monotonicFactory } from "ulid";
import type { Clock } from "./clock";

/** Drawn many at a time: the library asks for one random number for each of an id's characters. */
const drawn = new Uint32Array(1024);
let used = drawn.length;

const nextUlid = monotonicFactory(() => {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const random = drawn[used] ?? 0;
  used += 1;
  return random / 2 ** 32;
});

/** A new ULID of the wanted brand; those made in one process sort in the order they were made. */
export function newId<Id extends string>(clock: Clock): Id {
  return nextUlid(clock.now().getTime()) as Id;
}
