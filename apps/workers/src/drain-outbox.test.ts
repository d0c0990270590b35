import { silentLog } from "@erp/telemetry/log";
import { expect, it, vi } from "vitest";
import { createDrain } from "./drain-outbox";
import type { Outbox, WaitingEvent } from "./outboxes";

const events = [{ id: "one", topic: "erp.leave.v1", key: "key", message: "{}" }] as unknown as WaitingEvent[];

function drainOf(isFull: boolean) {
  const next = vi.fn(async () => ({ events, isFull }));
  const markPublished = vi.fn(async () => {
    throw new Error("the store is away");
  });
  const outbox = { store: "mysql", next, markPublished } as unknown as Outbox;
  const publish = vi.fn(async () => {});
  const drain = createDrain(outbox, { publish, close: async () => {} }, silentLog);
  return { drain, next, publish };
}

it("a full batch that cannot be marked ends the run, and is not published again by the next", async () => {
  const { drain, next, publish } = drainOf(true);
  await expect(drain.run(new AbortController().signal)).rejects.toThrow("the store is away");
  await expect(drain.run(new AbortController().signal)).rejects.toThrow("the store is away");
  await drain.finish();
  expect(next).toHaveBeenCalledTimes(2);
  expect(publish).toHaveBeenCalledTimes(1);
});

it("a batch behind which nothing waits is marked when it is found again", async () => {
  const { drain } = drainOf(false);
  await drain.run(new AbortController().signal);
  await drain.finish();
});
