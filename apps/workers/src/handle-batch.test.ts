import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Batch, createBatchHandler } from "./handle-batch";
import type { Delivery } from "./messages";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function batchOf(keys: string, isOurs: Batch["isOurs"] = () => true) {
  const resume = vi.fn();
  const batch = {
    topic: "topic",
    partition: 0,
    deliveries: [...keys].map((key, index) => ({ key, offset: String(index) }) as Delivery),
    isOurs,
    resolve: vi.fn((_offset: string) => {}),
    heartbeat: vi.fn(async () => {}),
    commitNowAndThen: vi.fn(async () => {}),
    pause: vi.fn(() => resume),
  };
  return { batch, resume, resolved: () => batch.resolve.mock.calls.flat() };
}

describe("a partition's batch", () => {
  it("is handled one message after the other where they have the same key", async () => {
    const { batch, resolved } = batchOf("aaa");
    const order: string[] = [];
    await createBatchHandler(async ({ offset }) => {
      order.push(`begin ${offset}`);
      await Promise.resolve();
      order.push(`end ${offset}`);
      return "done";
    })(batch);
    expect(order).toEqual(["begin 0", "end 0", "begin 1", "end 1", "begin 2", "end 2"]);
    expect(resolved()).toEqual(["0", "1", "2"]);
  });

  it("is handled side by side where the keys differ, and resolved only as far as everything before is finished", async () => {
    const { batch, resolved } = batchOf("aba");
    const finishing: ((outcome: "done") => void)[] = [];
    const handling = createBatchHandler(() => new Promise((resolve) => finishing.push(resolve)))(batch);
    expect(finishing).toHaveLength(2);
    finishing[1]?.("done");
    await vi.advanceTimersByTimeAsync(0);
    expect(resolved()).toEqual([]);
    finishing[0]?.("done");
    await vi.advanceTimersByTimeAsync(0);
    expect(resolved()).toEqual(["1"]);
    finishing[2]?.("done");
    await handling;
    expect(resolved()).toEqual(["1", "2"]);
  });

  it("with a message that must wait: its key waits, the others do not, and are not handled again afterwards", async () => {
    const { batch, resume, resolved } = batchOf("abab");
    const handled: string[] = [];
    let isAway = true;
    const handle = createBatchHandler(async ({ offset }) => {
      handled.push(offset);
      return isAway && offset === "0" ? { retryAfterMs: 400 } : "done";
    });
    await handle(batch);
    expect(handled).toEqual(["0", "1", "3"]);
    expect(resolved()).toEqual([]);
    vi.advanceTimersByTime(399);
    expect(resume).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(resume).toHaveBeenCalledOnce();

    isAway = false;
    await handle(batch);
    expect(handled).toEqual(["0", "1", "3", "0", "2"]);
    expect(resolved().at(-1)).toBe("3");
  });

  it("is left to the next owner where the partition is taken away", async () => {
    let isOurs = true;
    const { batch, resolved } = batchOf("aaa", () => isOurs);
    await createBatchHandler(async () => {
      isOurs = false;
      return "done";
    })(batch);
    expect(resolved()).toEqual(["0"]);
  });

  it("leaves no gap behind when it stops: what lies before a message already begun is finished too", async () => {
    let isOurs = true;
    const { batch, resolved } = batchOf("aabb", () => isOurs);
    const handled: string[] = [];
    await createBatchHandler(async ({ offset }) => {
      handled.push(offset);
      await Promise.resolve();
      isOurs = false;
      return "done";
    })(batch);
    expect(handled).toEqual(["0", "2", "1"]);
    expect(resolved().at(-1)).toBe("2");
  });

  it("ends with the group's rebalance, after the messages in hand", async () => {
    const { batch } = batchOf("ab");
    batch.heartbeat.mockRejectedValue(new Error("rebalancing"));
    const handled: string[] = [];
    const handling = createBatchHandler(async ({ offset }) => {
      handled.push(offset);
      return "done";
    })(batch);
    await expect(handling).rejects.toThrow("rebalancing");
    expect(handled).toEqual(["0", "1"]);
  });

  it("beats while a message takes long, but not for ever", async () => {
    const { batch } = batchOf("a");
    const finishing: ((outcome: "done") => void)[] = [];
    const handling = createBatchHandler(() => new Promise((resolve) => finishing.push(resolve)))(batch);
    vi.advanceTimersByTime(10_000);
    expect(batch.heartbeat).toHaveBeenCalledTimes(5);
    vi.advanceTimersByTime(600_000);
    expect(batch.heartbeat.mock.calls.length).toBeLessThanOrEqual(30);
    finishing[0]?.("done");
    await handling;
  });
});
