import { expect, it } from "vitest";
import { redriveDeadLetters } from "./event-copies";
import type { Kafka } from "./messages";

it("a redrive that Kafka interrupts leaves its group and closes its connection", async () => {
  const left: string[] = [];
  let questions = 0;
  const kafka = {
    progress: async () => {
      questions += 1;
      if (questions > 1) throw new Error("no broker answers");
      return [{ partition: 0, committed: 0n, end: 1n }];
    },
    openPublisher: () => ({ publish: async () => {}, close: async () => void left.push("publisher") }),
    consume: () => ({ hasJoined: () => true, stop: async () => void left.push("consumer") }),
  } as unknown as Kafka;
  await expect(redriveDeadLetters(kafka, "erp.leave.v1")).rejects.toThrow("no broker answers");
  expect(left).toEqual(["consumer", "publisher"]);
});
