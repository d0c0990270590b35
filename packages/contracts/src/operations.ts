import { z } from "zod";
import { topics } from "./topics";

const count = z.int().min(0);

/** Why a message was given up on, and by which group; not the error's text, which stays in the log. */
export const deadLetter = z.object({
  group: z.string(),
  reason: z.enum(["malformed", "unknown-event", "refused", "failed"]),
  /** The event's name; empty where the message does not tell. */
  event: z.string(),
  /** The id of what the event is about. */
  key: z.string(),
  /** Where it lay, `partition/offset`, as the log names it too. */
  place: z.string(),
  givenUpAt: z.coerce.date(),
});
export type DeadLetter = z.infer<typeof deadLetter>;

/** A dead letter that names no group: nobody can have it back, so a redrive went past it. It lies where it lay. */
export const passedOverLetter = z.object({
  key: z.string(),
  /** `topic/partition@offset`, as the command and the log name it too. */
  place: z.string(),
  passedOverAt: z.coerce.date(),
});
export type PassedOverLetter = z.infer<typeof passedOverLetter>;

/** What the workers say about everything the web program cannot see; written by the one that leads, every few seconds. */
export const workersReport = z.object({
  at: z.coerce.date(),
  servers: z.array(z.object({ name: z.enum(["kafka", "soketi"]), isUp: z.boolean() })),
  groups: z.array(z.object({ group: z.string(), lag: count })),
  outboxes: z.array(z.object({ store: z.enum(["mysql", "mongo"]), waiting: count, oldestAgeSeconds: z.number() })),
  deadLetters: z.array(z.object({ topic: z.enum(topics), waiting: count })),
});
export type WorkersReport = z.infer<typeof workersReport>;

export const serverNames = ["mysql", "mongo", "redis", "kafka", "soketi"] as const;

/** 시스템 상태. `isUp` is null where nobody has said anything lately. */
export const systemView = z.object({
  servers: z.array(z.object({ name: z.enum(serverNames), isUp: z.boolean().nullable() })),
  /** When the workers last reported; null when they have not, or Redis is away. */
  reportedAt: z.date().nullable(),
  /** The report is too old to be believed: no worker leads. */
  isStale: z.boolean(),
  groups: z.array(z.object({ group: z.string(), lag: count })),
  outboxes: z.array(z.object({ store: z.enum(["mysql", "mongo"]), waiting: count, oldestAgeSeconds: z.number() })),
  deadLetters: z.array(
    z.object({
      topic: z.enum(topics),
      waiting: count,
      /** The newest, as far as they are remembered. */
      latest: z.array(deadLetter.extend({ givenUpAt: z.date() })),
      /** What redrives of the last weeks went past, the newest first. */
      passedOver: z.array(passedOverLetter.extend({ passedOverAt: z.date() })),
    }),
  ),
});
export type SystemView = z.infer<typeof systemView>;

export const redriveInput = z.strictObject({ topic: z.enum(topics) });
export type RedriveInput = z.infer<typeof redriveInput>;
