import { parseArgs } from "node:util";
import { type Topic, topics } from "@erp/contracts/topics";
import { describeDelivery } from "../describe-delivery";
import { lookAtDeadLetters, redriveDeadLetters, replayEvents, tailEvents } from "../event-copies";
import { type Command, print, UsageError, warn } from "./command";
import { withKafka } from "./with-runtime";

const tail: Command = {
  name: "events:tail",
  usage: "[topic]",
  help: "shows each event from now on, of one topic or of all, until Ctrl-C",
  run: async (args) => {
    const wanted = args.length === 0 ? topics : [readTopic(args[0])];
    const stopping = new AbortController();
    process.once("SIGINT", () => stopping.abort()).once("SIGTERM", () => stopping.abort());
    await withKafka((kafka) =>
      tailEvents(kafka, wanted, (delivery) => print(describeDelivery(delivery)), stopping.signal),
    );
    return 0;
  },
};

const lookAtDead: Command = {
  name: "events:dead-letters",
  usage: "<topic>",
  help: "shows the topic's dead letters that were not sent back yet, each with the group that gave up on it and why",
  run: async ([topic]) => {
    const wanted = readTopic(topic);
    let count = 0;
    await withKafka((kafka) =>
      lookAtDeadLetters(kafka, wanted, (delivery) => {
        print(describeDelivery(delivery));
        count += 1;
      }),
    );
    print(`${count} dead letters of ${wanted} wait`);
    return 0;
  },
};

const redrive: Command = {
  name: "events:redrive",
  usage: "<topic>",
  help: "sends the topic's dead letters back, each once and only to the group that gave up on it; ends with 1 when some could not be",
  run: async ([topic]) => {
    const wanted = readTopic(topic);
    const { sentBack, passedOver } = await withKafka((kafka) => redriveDeadLetters(kafka, wanted));
    for (const { place } of passedOver) warn(`${place} does not say which group gave up on it: passed over`);
    const nothing = sentBack + passedOver.length === 0;
    print(
      nothing
        ? `no dead letters of ${wanted} are left`
        : `${sentBack} dead letters of ${wanted} sent back, ${passedOver.length} passed over`,
    );
    return passedOver.length === 0 ? 0 : 1;
  },
};

const replay: Command = {
  name: "events:replay",
  usage: "<topic> --from <ISO time> [--group <group>]",
  help: "sends copies of the topic's events since then to one group, or to all; reactions do not mind an event they have had",
  run: async (args) => {
    const { values, positionals } = readReplay(args);
    const topic = readTopic(positionals[0]);
    const from = readInstant(values.from);
    const group = values.group ?? null;
    const count = await withKafka((kafka) => replayEvents(kafka, topic, from, group));
    print(`${count} events of ${topic} since ${from.toISOString()} sent again to ${group ?? "every group"}`);
    return 0;
  },
};

export const eventCommands: readonly Command[] = [tail, lookAtDead, redrive, replay];

function readReplay(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { from: { type: "string" }, group: { type: "string" } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readTopic(text: string | undefined): Topic {
  const topic = topics.find((name) => name === text);
  if (!topic)
    throw new UsageError(`${text ? `there is no topic "${text}"` : "which topic?"} One of: ${topics.join(", ")}`);
  return topic;
}

function readInstant(text: string | undefined): Date {
  const instant = new Date(text ?? "");
  if (Number.isNaN(instant.getTime()))
    throw new UsageError("--from needs an instant such as 2026-11-20T09:00:00+09:00");
  return instant;
}
