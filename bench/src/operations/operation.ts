import type { HttpRequest } from "../measure/load";
import type { Part } from "../options";
import type { Stage } from "../stage";

/** What a round sends, and how to see afterwards that it really happened. */
export type Script = {
  nextRequest: () => HttpRequest;
  /** For requests that cannot be repeated: how many there are. */
  maxRequests?: number;
  /** How many of the requests have had their effect by now; the workers have finished. */
  countEffects?: () => Promise<number>;
};

/** Something people do, measured under load. */
export type Operation = {
  part: Part;
  title: string;
  /** Called before every round with its length. */
  prepare: (stage: Stage, seconds: number) => Promise<Script>;
};

/** 0, 1, 2, … so that each request is made by the next person. */
export function counter(): () => number {
  let next = 0;
  return () => next++;
}
