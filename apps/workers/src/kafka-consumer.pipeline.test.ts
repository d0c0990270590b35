import { newId } from "@erp/domain/new-id";
import { expect, it } from "vitest";
import { until } from "./testing/eventually";
import { openPipeline } from "./testing/pipeline";

/** After an error of this name kafkajs gives a consumer up for good. */
const GIVEN_UP_ON = "KafkaJSNotImplemented";

it("a consumer that crashes for good is replaced by a new one, which goes on where it stopped", async () => {
  const pipeline = await openPipeline();
  const topic = "erp.employees.v1";
  const seen: string[] = [];
  const consumer = pipeline.kafka.consume({
    group: "crashing",
    topics: [topic],
    handle: async ({ value }) => {
      seen.push(value.toString());
      if (seen.length === 2) throw Object.assign(new Error("made up"), { name: GIVEN_UP_ON });
      return "done";
    },
  });
  const publisher = pipeline.kafka.openPublisher();
  const key = newId<string>(pipeline.clock);
  for (const value of ["one", "two", "three"]) await publisher.publish([{ topic, key, value }]);

  await until("the group has finished all messages", async () => {
    const progress = await pipeline.kafka.progress("crashing", topic);
    return progress.every(({ committed, end }) => committed === end) && progress.some(({ end }) => end === 3n);
  });
  // The one it crashed on came again; the one before may have, too.
  expect(seen.slice(-2)).toEqual(["two", "three"]);
  expect(consumer.hasJoined()).toBe(true);
  await consumer.stop();
  await publisher.close();
  await pipeline.close();
});
