import type { Ctx } from "@erp/domain/context";
import { expect, it, vi } from "vitest";
import { defineConsumer } from "./define-consumer";
import { handleDelivery, type Surroundings, type Tries } from "./handle-delivery";
import type { Delivery, Kafka } from "./messages";

const person = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const event = {
  id: "01ARZ3NDEKTSV4RRFFQ69G5FAW",
  name: "employee.joined",
  key: person,
  occurredAt: "2026-11-20T00:00:00.000Z",
  actorId: null,
  traceparent: null,
  data: { employeeId: person },
};
const delivery: Delivery = {
  topic: "erp.employees.v1",
  partition: 0,
  offset: "7",
  key: person,
  value: Buffer.from(JSON.stringify(event)),
  headers: {},
  sentAt: new Date(),
};

it("only tries that failed while the servers were there count before a message is laid aside", async () => {
  const publish = vi.fn(async () => {});
  const surroundings: Surroundings = {
    kafka: {} as Kafka,
    publisher: { publish, close: async () => {} },
    contextFor: () => ({}) as Ctx,
    missingDependencies: async () => [],
  };
  let error: Error;
  const consumer = defineConsumer({
    group: "under-test",
    on: {
      "employee.joined": async () => {
        throw error;
      },
    },
  });
  let tries: Tries = { made: 0, failed: 0 };
  const results: string[] = [];
  const tryOften = async (times: number) => {
    for (let left = times; left > 0; left -= 1) {
      const { result, hasFailed } = await handleDelivery(consumer, surroundings, delivery, tries);
      tries = { made: tries.made + 1, failed: tries.failed + (hasFailed ? 1 : 0) };
      results.push(result);
    }
  };
  error = Object.assign(new Error("away"), { code: "ECONNREFUSED" });
  await tryOften(10);
  error = new Error("a mistake in the code");
  await tryOften(4);
  expect(new Set(results)).toEqual(new Set(["retried"]));
  expect(publish).not.toHaveBeenCalled();
  await tryOften(1);
  expect(results.at(-1)).toBe("dead");
});
