import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { topicOf } from "../../packages/contracts/src/events";
import { deadLetterTopic, PARTITIONS_PER_TOPIC, type Topic, topics } from "../../packages/contracts/src/topics";
import { repoRoot } from "../commands/output";

/** What the manifests have to know of the programs, read from their sources so that nothing is written down twice. */
export type ProgramFacts = {
  topics: { name: string; partitions: number; isForDeadLetters: boolean }[];
  /** Each consumer group, and the topics of the events it reacts to. */
  consumers: { group: string; topics: string[] }[];
};

type Definition = { group: string; on: Record<string, unknown> };

let known: Promise<ProgramFacts> | undefined;

export function readProgramFacts(): Promise<ProgramFacts> {
  known ??= load();
  return known;
}

async function load(): Promise<ProgramFacts> {
  const folder = join(repoRoot, "apps/workers/src/consumers");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.includes(".test."));
  const definitions = await Promise.all(files.sort().map((file) => loadDefinition(join(folder, file))));
  return {
    topics: topics.flatMap((topic) => [
      { name: topic, partitions: PARTITIONS_PER_TOPIC, isForDeadLetters: false },
      // One partition: a person reads them in order (apps/workers/src/kafka-admin.ts).
      { name: deadLetterTopic(topic), partitions: 1, isForDeadLetters: true },
    ]),
    consumers: definitions.map(({ group, on }) => ({ group, topics: topicsOf(Object.keys(on)) })),
  };
}

/** A consumer's file exports its definition, whatever the export is called. */
async function loadDefinition(file: string): Promise<Definition> {
  const exported: Record<string, unknown> = await import(pathToFileURL(file).href);
  const found = Object.values(exported).find(isDefinition);
  if (!found) throw new Error(`${file} exports no consumer`);
  return found;
}

function isDefinition(value: unknown): value is Definition {
  return typeof value === "object" && value !== null && "group" in value && "on" in value;
}

function topicsOf(events: readonly string[]): string[] {
  return [...new Set<Topic>(events.map((event) => topicOf(event as Parameters<typeof topicOf>[0])))].sort();
}
