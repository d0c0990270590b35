import { monotonicFactory } from "ulid";
import type { Clock } from "./clock";

const nextUlid = monotonicFactory();

/** A new ULID of the wanted brand; those made in one process sort in the order they were made. */
export function newId<Id extends string>(clock: Clock): Id {
  return nextUlid(clock.now().getTime()) as Id;
}
