import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Batch, handleBatch } from "./handle-batch";
import type { Delivery } from "./messages";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function batchOf(count: number, isOurs: Batch["isOurs"] = () => true) {
  const resume = vi.fn();
  const batch = {
    deliveries: Array.from({ length: count }, (_, index) => ({ offset: String(index) }) as Delivery),
    isOurs,
    resolve: vi.fn((_offset: string) => {}),
    heartbeat: vi.fn(async () => {}),
    commitNowAndThen: vi.fn(async () => {}),
    pause: vi.fn(() => resume),
  };
  return { batch, resume, resolved: () => batch.resolve.mock.calls.flat() };
}

describe("a partition's batch", () => {
  it("is handled one message after the other, each resolved when done", async () => {
    const { batch, resolved } = batchOf(3);
    const order: string[] = [];
    await handleBatch(batch, async ({ offset }) => {
      order.push(`begin ${offset}`);
      await Promise.resolve();
      order.push(`end ${offset}`);
      return "done";
    });
    expect(order).toEqual(["begin 0", "end 0", "begin 1", "end 1", "begin 2", "end 2"]);
    expect(resolved()).toEqual(["0", "1", "2"]);
  });

  it("pauses its partition at a message that must wait, and resumes it after that time", async () => {
    const { batch, resume, resolved } = batchOf(3);
    await handleBatch(batch, async ({ offset }) => (offset === "1" ? { retryAfterMs: 400 } : "done"));
    expect(resolved()).toEqual(["0"]);
    vi.advanceTimersByTime(399);
    expect(resume).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(resume).toHaveBeenCalledOnce();
  });

  it("leaves the rest to the next owner when the partition is taken away", async () => {
    let isOurs = true;
    const { batch, resolved } = batchOf(3, () => isOurs);
    await handleBatch(batch, async () => {
      isOurs = false;
      return "done";
    });
    expect(resolved()).toEqual(["0"]);
  });

  it("beats while a message takes long, but not for ever", async () => {
    const { batch } = batchOf(1);
    const finishing: ((outcome: "done") => void)[] = [];
    const handling = handleBatch(batch, () => new Promise((resolve) => finishing.push(resolve)));
    vi.advanceTimersByTime(10_000);
    expect(batch.heartbeat).toHaveBeenCalledTimes(5);
    vi.advanceTimersByTime(600_000);
    expect(batch.heartbeat.mock.calls.length).toBeLessThanOrEqual(30);
    finishing[0]?.("done");
    await handling;
  });
});
